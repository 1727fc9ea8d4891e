package org.planledger.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The walls inside the core. The rules of a plan know nothing but the JDK, so that a decision can
/// be asked for by anyone, at any time, with the same answer; Axon and the database each have one
/// place.
class KeepingTheCorePureTest {

  private static final String[] PURE = {
    "org.planledger.core.plan..",
    "org.planledger.core.device..",
    "org.planledger.core.terms..",
    "org.planledger.core.rule..",
    "org.planledger.core.reference..",
    "org.planledger.core.simulation..",
    "org.planledger.core.finance.."
  };

  private static final Set<String> PLAIN_ANNOTATIONS = Set.of("java.lang", "org.jspecify");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.planledger.core");

  @Test
  void the_rules_know_only_the_jdk_and_each_other() {
    classes()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(PURE)
                .or(resideInAnyPackage("java..", "org.jspecify.."))
                .as("belong to the rules or to the JDK"))
        .check(CORE);
  }

  @Test
  void the_rules_do_no_input_or_output_and_write_no_log() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.net..",
            "java.nio.channels..",
            "java.nio.file..",
            "java.sql..",
            "java.util.logging..")
        .check(CORE);
  }

  @Test
  void moments_ids_and_chance_reach_the_rules_only_inside_a_command() {
    noClasses()
        .that()
        .resideInAnyPackage(PURE)
        .should()
        .accessTargetWhere(asksTheMachine())
        .check(CORE);
  }

  @Test
  void commands_events_and_values_carry_no_framework_annotation() {
    classes().that().resideInAnyPackage(PURE).should(carryNoFrameworkAnnotation()).check(CORE);
  }

  @Test
  void the_evidence_is_arithmetic_over_bytes_that_knows_only_the_jdk() {
    classes()
        .that()
        .resideInAPackage("org.planledger.core.evidence..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("org.planledger.core.evidence..", "java..", "org.jspecify..")
                .as("belong to the evidence or to the JDK"))
        .check(CORE);
    noClasses()
        .that()
        .resideInAPackage("org.planledger.core.evidence..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.net..", "java.nio.channels..", "java.nio.file..", "java.sql..")
        .check(CORE);
  }

  @Test
  void axon_is_known_in_the_shell_and_the_store_only() {
    noClasses()
        .that(resideOutsideOfPackages("org.planledger.core.axon..", "org.planledger.core.store.."))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.axonframework..")
        .check(CORE);
  }

  @Test
  void the_database_is_known_in_the_store_only() {
    noClasses()
        .that(resideOutsideOfPackages("org.planledger.core.store.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql..")
        .check(CORE);
  }

  @Test
  void json_is_bound_beside_the_shell_and_never_inside_the_store() {
    noClasses()
        .that(resideOutsideOfPackages("org.planledger.core.axon..", "org.planledger.core.json.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .check(CORE);
  }

  @Test
  void no_other_module_and_no_framework_is_on_the_class_path() {
    Stream<String> absent =
        Stream.of(
            "org.planledger.api.LedgerApplication",
            "org.springframework.core.SpringVersion",
            "jakarta.inject.Inject",
            "jakarta.persistence.Entity",
            "com.thoughtworks.xstream.XStream",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "lombok.Value");
    assertThat(absent.filter(KeepingTheCorePureTest::isOnTheClassPath)).isEmpty();
  }

  private static boolean isOnTheClassPath(String className) {
    return KeepingTheCorePureTest.class
            .getClassLoader()
            .getResource(className.replace('.', '/') + ".class")
        != null;
  }

  /// Calls and method references whose answer depends on the machine or the hour.
  private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
    return new DescribedPredicate<>("the answer depends on the machine, the hour or chance") {
      @Override
      public boolean test(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean hour = owner.getPackageName().startsWith("java.time") && name.equals("now");
        boolean machine =
            (owner.isEquivalentTo(System.class) && !name.equals("arraycopy"))
                || owner.isEquivalentTo(Thread.class)
                || (owner.isEquivalentTo(ZoneId.class) && name.equals("systemDefault"))
                || (owner.isEquivalentTo(TimeZone.class) && name.equals("getDefault"))
                || (owner.isEquivalentTo(Locale.class) && name.equals("getDefault"));
        boolean chance =
            owner.isAssignableTo(RandomGenerator.class)
                || owner.isEquivalentTo(ThreadLocalRandom.class)
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
        return hour
            || machine
            || chance
            || owner.isAssignableTo(Clock.class)
            || owner.isAssignableTo(InstantSource.class);
      }
    };
  }

  private static ArchCondition<JavaClass> carryNoFrameworkAnnotation() {
    return new ArchCondition<>("carry no framework annotation") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream<? extends JavaAnnotation<?>> onMembers =
            type.getMembers().stream().map(JavaMember::getAnnotations).flatMap(Set::stream);
        Stream<? extends JavaAnnotation<?>> onParameters =
            type.getCodeUnits().stream()
                .flatMap(unit -> unit.getParameters().stream())
                .flatMap(parameter -> parameter.getAnnotations().stream());
        Stream.of(type.getAnnotations().stream(), onMembers, onParameters)
            .flatMap(annotations -> annotations)
            .filter(annotation -> !isPlain(annotation))
            .forEach(
                annotation ->
                    events.add(
                        SimpleConditionEvent.violated(
                            type, annotation.getDescription() + " in " + type.getName())));
      }
    };
  }

  private static boolean isPlain(JavaAnnotation<?> annotation) {
    String from = annotation.getRawType().getPackageName();
    return PLAIN_ANNOTATIONS.stream().anyMatch(from::startsWith);
  }
}
