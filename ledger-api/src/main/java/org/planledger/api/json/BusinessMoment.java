package org.planledger.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On the moment of a request at which the customer or the centre acted. How far it may lie back
/// is for the operator to say; the other moments of a request are facts of any age.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface BusinessMoment {}
