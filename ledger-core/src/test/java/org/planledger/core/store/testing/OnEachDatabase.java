package org.planledger.core.store.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// Runs all tests of a class on H2 and again on PostgreSQL, each time on one new database that
/// the tests share. The class takes it as its constructor's parameter.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@ArgumentsSource(FreshDatabases.class)
public @interface OnEachDatabase {

  /// Folders of migrations besides the store's own, such as `db/views`.
  String[] migrations() default {};
}
