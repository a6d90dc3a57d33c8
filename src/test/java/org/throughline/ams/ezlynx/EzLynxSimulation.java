package org.throughline.ams.ezlynx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;

/** A test with the simulated EZLynx and the adapter on a port of their own, and no more of the application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = EzLynxSimulatorTest.Parts.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.ezlynx.store=jdbc:h2:mem:simulated-ezlynx",
            "throughline.sandbox.ezlynx.slowness=3s",
            "throughline.sandbox.ezlynx.webhook=http://localhost:0/webhooks/ezlynx/practice-webhook",
            "throughline.ams.vendor=ezlynx",
            "throughline.ams.ezlynx.classic-base-url=http://localhost:0/sandbox/ezlynx/ezlynxapi/api",
            "throughline.ams.ezlynx.gateway-base-url=http://localhost:0/sandbox/ezlynx",
            "throughline.ams.ezlynx.user=harborline_api",
            "throughline.ams.ezlynx.password=practice-only",
            "throughline.ams.ezlynx.app-secret=practice-app-secret",
            "throughline.ams.ezlynx.account-username=throughline",
            "throughline.ams.ezlynx.client-id=throughline_api",
            "throughline.ams.ezlynx.client-secret=practice-client-secret",
            "throughline.ams.ezlynx.integration-group-id=4017",
            "throughline.ams.ezlynx.organization-id=40170",
            "throughline.ams.ezlynx.carriers[0].naic=99112",
            "throughline.ams.ezlynx.carriers[0].name=Blue Mesa Casualty Company",
            "throughline.ams.ezlynx.webhook-token=practice-webhook",
            "throughline.ams.ezlynx.sweep-interval=0s",
            "throughline.ams.ezlynx.read-timeout=1s",
            "throughline.ams.ezlynx.breaker-wait=1ms",
            "spring.servlet.multipart.resolve-lazily=true",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface EzLynxSimulation {}
