package io.huhang.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.huhang.HuhangTest;
import org.junit.jupiter.api.Tag;

/**
 * What the product answers over HTTP, on H2 alone: the SQL behind it runs on PostgreSQL
 * in the tests of its module, and behind every address in {@link AccessTableTests}.
 */
@HuhangTest
@Tag("page")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface PageTest {

}
