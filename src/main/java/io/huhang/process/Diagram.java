package io.huhang.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * The class behind one diagram of {@code bpmn/}: the only beans that expressions of a
 * diagram can name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface Diagram {

	/** The bean's name, as expressions write it. */
	@AliasFor(annotation = Component.class)
	String value();

}
