package org.planledger.verify;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/// The verifier trusts nobody, so it stands on as little as possible.
class StandingAloneTest {

  private static final JavaClasses VERIFIER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.planledger.verify");

  private static final JavaClasses WITH_TESTS =
      new ClassFileImporter().importPackages("org.planledger.verify");

  @Test
  void the_checks_know_nothing_but_the_jdk() {
    classes()
        .that()
        .resideOutsideOfPackage("org.planledger.verify")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    "org.planledger.verify..", "java..", "javax.crypto..", "org.jspecify..")
                .as("belong to the verifier or to the JDK"))
        .check(VERIFIER);
  }

  @Test
  void nothing_reaches_for_a_network_a_database_or_another_process() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "javax.net..",
            "java.sql..",
            "javax.sql..",
            "java.rmi..",
            "javax.naming..")
        .check(VERIFIER);
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(VERIFIER);
  }

  @Test
  void the_commands_are_known_to_nobody_and_no_package_goes_round_in_a_circle() {
    slices().matching("org.planledger.verify.(*)..").should().beFreeOfCycles().check(VERIFIER);
  }

  @Test
  void what_is_public_has_a_taker_in_another_package() {
    classes()
        .that()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("Main")
        .should(
            new ArchCondition<>("be taken by another package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean taken =
                    WITH_TESTS.get(type.getName()).getDirectDependenciesToSelf().stream()
                        .anyMatch(
                            d ->
                                !d.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(type, taken, type.getName()));
              }
            })
        .check(VERIFIER);
  }
}
