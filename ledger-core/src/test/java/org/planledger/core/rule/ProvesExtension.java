package org.planledger.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Holds a test to what it says it proves.
public final class ProvesExtension
    implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
  private static final ThreadLocal<List<Condition>> MET = ThreadLocal.withInitial(ArrayList::new);

  /// Tells what a decision under test looked at.
  public static void met(List<Condition> conditions) {
    MET.get().addAll(conditions);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    MET.get().clear();
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    var proves = context.getRequiredTestMethod().getAnnotation(Proves.class);
    var met = List.copyOf(MET.get());
    MET.remove();
    // A test that has failed already needs no second reason.
    if (proves != null && context.getExecutionException().isEmpty()) {
      assertThat(rules(met, true)).as("rules met and held").containsAll(List.of(proves.holding()));
      assertThat(rules(met, false))
          .as("rules met and refused")
          .containsAll(List.of(proves.refusing()));
    }
  }

  private static List<Rule> rules(List<Condition> met, boolean holding) {
    return met.stream()
        .filter(condition -> condition.holds() == holding)
        .flatMap(condition -> Stream.of(condition.rule()))
        .distinct()
        .toList();
  }
}
