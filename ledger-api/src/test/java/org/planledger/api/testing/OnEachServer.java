package org.planledger.api.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/// Runs all tests of a class over HTTP against a ledger on H2, and again against one on
/// PostgreSQL. The class takes the [LedgerServer] as its constructor's parameter. The two servers
/// start with the first test that needs them and serve all classes until the tests end.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}", autoCloseArguments = false)
@ArgumentsSource(SharedServers.class)
public @interface OnEachServer {}
