package io.huhang;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Each test of this {@link HuhangTest} finds the product as it stood when it had started,
 * on its Monday. Without it only the first one of the class does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EachTestAsStarted {

}
