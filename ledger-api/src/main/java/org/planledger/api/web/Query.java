package org.planledger.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a record that a read takes: its components are the parameters behind the question mark. They
/// are read as strictly as a body, and a parameter that is none of them is refused, because a
/// misspelled filter would answer another question than the one asked.
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {}
