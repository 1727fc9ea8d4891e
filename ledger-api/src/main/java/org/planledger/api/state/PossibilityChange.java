package org.planledger.api.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.planledger.core.plan.Possibility;
import org.planledger.core.rule.RefusalCode;

/// A command that could come next, and of which something else could be said afterwards.
@Schema(name = "PossibilityChange")
public record PossibilityChange(
    String command,
    @Schema(description = "Which of several forms of the command, such as EXPRESS or ACCOUNT.")
        @JsonInclude(Include.NON_NULL)
        @Nullable String variant,
    @JsonInclude(Include.NON_NULL) @Nullable UUID caseId,
    @Schema(
            description =
                "What blocks it now, in catalogue order; empty where it is allowed, null where it"
                    + " is out of the question.")
        @Nullable List<RefusalCode> now,
    @Schema(description = "What would block it then.") @Nullable List<RefusalCode> then) {

  private record Name(String command, @Nullable String variant, @Nullable UUID caseId) {
    static Name of(NextCommand next) {
      return new Name(next.command(), next.variant(), next.caseId());
    }
  }

  /// The commands of which not the same can be said before and after, in the order in which they
  /// are shown of a plan.
  public static List<PossibilityChange> between(List<Possibility> before, List<Possibility> after) {
    var now = byName(before);
    var then = byName(after);
    var names = new LinkedHashSet<>(now.keySet());
    names.addAll(then.keySet());
    var changes = new ArrayList<PossibilityChange>();
    for (var name : names) {
      var change =
          new PossibilityChange(
              name.command(), name.variant(), name.caseId(), now.get(name), then.get(name));
      if (!Objects.equals(change.now(), change.then())) {
        changes.add(change);
      }
    }
    return changes;
  }

  /// Of several that bear one name, such as moves to several editions, the first stands for all.
  private static Map<Name, List<RefusalCode>> byName(List<Possibility> possibilities) {
    var byName = new LinkedHashMap<Name, List<RefusalCode>>();
    for (var possibility : possibilities) {
      var next = NextCommand.of(possibility);
      byName.putIfAbsent(Name.of(next), next.codes());
    }
    return byName;
  }
}
