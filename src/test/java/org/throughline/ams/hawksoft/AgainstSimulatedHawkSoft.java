package org.throughline.ams.hawksoft;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;

/** A test of the adapter against the practice agency's HawkSoft, over HTTP; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimulatedHawkSoft.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.ams.vendor=hawksoft",
            "throughline.sandbox.hawksoft.store=jdbc:h2:mem:simulated-hawksoft",
            "throughline.sandbox.hawksoft.slowness=6s",
            "throughline.ams.hawksoft.base-url=http://localhost:0/sandbox/hawksoft",
            "throughline.ams.hawksoft.username=harborline-throughline",
            "throughline.ams.hawksoft.password=practice-only",
            "throughline.ams.hawksoft.agency-id=1001",
            "throughline.ams.hawksoft.assignees.[Maria\\ Santos]=maria@harborline.example",
            "throughline.ams.hawksoft.read-timeout=1500ms",
            "throughline.ams.hawksoft.breaker-wait=10ms",
            "spring.servlet.multipart.enabled=false",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface AgainstSimulatedHawkSoft {}
