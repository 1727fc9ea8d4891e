package org.planledger.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The settings that operators read about are the settings there are.
class DocumentingTheSettingsTest {

  /// A condition reads this one, and no record holds it.
  private static final String DEMONSTRATION = "ledger.demonstration.enabled";

  private static final Pattern IN_THE_TABLE = Pattern.compile("(?m)^\\| `(ledger\\.[a-z.-]+)` \\|");

  @Test
  void every_setting_is_in_the_operators_table_and_nothing_else_is() throws IOException {
    Set<String> documented = new TreeSet<>();
    Matcher row = IN_THE_TABLE.matcher(Files.readString(operating()));
    while (row.find()) {
      documented.add(row.group(1));
    }
    assertThat(documented).isEqualTo(settings());
  }

  private static Set<String> settings() {
    Set<String> names =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.planledger.api")
                .stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .map(JavaClass::reflect)
                .flatMap(
                    type -> names(type.getAnnotation(ConfigurationProperties.class).value(), type))
                .collect(Collectors.toCollection(TreeSet::new));
    names.add(DEMONSTRATION);
    return names;
  }

  private static Stream<String> names(String prefix, Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .flatMap(component -> names(prefix + "." + dashed(component), component));
  }

  private static Stream<String> names(String name, RecordComponent component) {
    return component.getType().isRecord() ? names(name, component.getType()) : Stream.of(name);
  }

  private static String dashed(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Path operating() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    return folder.resolve("docs/OPERATING.md");
  }
}
