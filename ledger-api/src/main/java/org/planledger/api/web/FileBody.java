package org.planledger.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a handler whose body is a file, taken in byte for byte: what the description of the API shows
/// of it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FileBody {

  /// The beginning of such a file.
  String example();
}
