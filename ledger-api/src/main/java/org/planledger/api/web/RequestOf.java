package org.planledger.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a handler that reads its body itself, strictly: which record the body holds. It is what the
/// description of the API shows.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestOf {
  Class<? extends Record> value();
}
