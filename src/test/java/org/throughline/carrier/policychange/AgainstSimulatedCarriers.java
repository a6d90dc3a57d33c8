package org.throughline.carrier.policychange;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;

/** A test of the adapter against the practice agency's carriers, over HTTP; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimulatedCarriers.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.carrier.store=jdbc:h2:mem:simulated-carriers",
            "throughline.sandbox.carrier.slowness=3s",
            "throughline.carriers.policy-change.connections.BMC.base-url=http://localhost:0/sandbox/carrier/BMC/rest",
            "throughline.carriers.policy-change.connections.BMC.token-url=http://localhost:0/sandbox/carrier/BMC/oauth2/v1/token",
            "throughline.carriers.policy-change.connections.BMC.client-id=harborline-throughline",
            "throughline.carriers.policy-change.connections.BMC.client-secret=practice-only",
            "throughline.carriers.policy-change.connections.BMC.read-timeout=2s",
            "throughline.carriers.policy-change.connections.BMC.breaker-wait=10ms",
            "throughline.carriers.policy-change.connections.SRM.base-url=http://localhost:0/sandbox/carrier/SRM/rest",
            "throughline.carriers.policy-change.connections.SRM.token-url=http://localhost:0/sandbox/carrier/SRM/oauth2/v1/token",
            "throughline.carriers.policy-change.connections.SRM.client-id=harborline-throughline",
            "throughline.carriers.policy-change.connections.SRM.client-secret=practice-only",
            "throughline.carriers.policy-change.connections.SRM.read-timeout=2s",
            "throughline.carriers.policy-change.connections.SRM.breaker-wait=10ms",
            "spring.servlet.multipart.enabled=false",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface AgainstSimulatedCarriers {}
