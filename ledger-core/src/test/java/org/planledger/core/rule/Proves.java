package org.planledger.core.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Names the rules that a test proves. The promise is kept: a test that names a rule fails unless
/// a decision under test really met it that way. The catalogue in `docs/rules.md` is made of it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProvesExtension.class)
public @interface Proves {

  /// The rules that were met and held.
  Rule[] holding() default {};

  /// The rules that were met and refused.
  Rule[] refusing() default {};
}
