package org.throughline.ams.nowcerts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Present when {@code throughline.ams.vendor} names NowCerts, which it does by default. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "throughline.ams.vendor", havingValue = "nowcerts", matchIfMissing = true)
@interface OnNowCerts {}
