package org.planledger.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is stored must tell its type by where it stands: a member that may be one of several types
/// would need to say which, and none does.
class KnowingStoredTypesTest {

  private static final Set<Class<?>> CONTAINERS =
      Set.of(Optional.class, List.class, Set.class, Map.class);

  @Test
  void no_member_of_an_event_or_a_command_may_be_of_several_types() {
    var open = new TreeSet<String>();
    var seen = new HashSet<Class<?>>();
    var waiting = new ArrayDeque<Class<?>>(EventCatalogue.events());
    waiting.addAll(CommandCatalogue.commands());
    while (!waiting.isEmpty()) {
      var type = waiting.pop();
      if (seen.add(type) && type.isRecord()) {
        for (var member : type.getRecordComponents()) {
          classes(member.getGenericType())
              .filter(each -> !CONTAINERS.contains(each))
              .forEach(
                  each -> {
                    if (isOpen(each)) {
                      open.add(name(type, member));
                    }
                    waiting.add(each);
                  });
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(60);
    assertThat(open).isEmpty();
  }

  private static Stream<Class<?>> classes(Type type) {
    return switch (type) {
      case Class<?> plain -> Stream.of(plain);
      case ParameterizedType generic ->
          Stream.concat(
              classes(generic.getRawType()),
              Arrays.stream(generic.getActualTypeArguments())
                  .flatMap(KnowingStoredTypesTest::classes));
      default -> throw new AssertionError(type + " cannot be stored");
    };
  }

  /// The JDK's own values, such as a zone, are written as one text whatever their class is.
  private static boolean isOpen(Class<?> type) {
    return type == Object.class || (type.isInterface() && !type.getName().startsWith("java."));
  }

  private static String name(Class<?> type, RecordComponent member) {
    return type.getSimpleName() + "." + member.getName();
  }
}
