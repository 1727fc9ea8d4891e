package org.planledger.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/// The walls between the modules, and between the features inside one. What the modules' own
/// dependencies make impossible is not repeated here.
class KeepingTheLayersApartTest {

  private static final String CORE = "org.planledger.core..";
  private static final String PROJECTIONS = "org.planledger.projections..";
  private static final String API = "org.planledger.api..";

  /// Where the API may know the machinery: it wires it here, and speaks to it here.
  private static final String[] API_MACHINERY = {
    "org.planledger.api.configuration..", "org.planledger.api.gateway.."
  };

  /// Where the projections know the machinery: it hands them the events here.
  private static final String PROCESSING = "org.planledger.projections.processing..";

  private static final JavaClasses LEDGER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.planledger");

  @Test
  void the_api_stands_on_the_projections_and_those_on_the_core() {
    noClasses()
        .that(resideInAPackage(CORE))
        .should()
        .dependOnClassesThat(resideInAnyPackage(PROJECTIONS, API))
        .check(LEDGER);
    noClasses()
        .that(resideInAPackage(PROJECTIONS))
        .should()
        .dependOnClassesThat(resideInAPackage(API))
        .check(LEDGER);
  }

  @Test
  void axon_is_known_in_the_shell_the_store_the_projections_and_the_wiring_only() {
    noClasses()
        .that(resideOutsideOfPackages("org.planledger.core.axon..", "org.planledger.core.store.."))
        .and(resideOutsideOfPackages(API_MACHINERY))
        .and(resideOutsideOfPackages(PROCESSING))
        .and(describe("are no projections", type -> !isProjection(type)))
        .should()
        .dependOnClassesThat(resideInAPackage("org.axonframework.."))
        .check(LEDGER);
  }

  @Test
  void what_is_posted_follows_from_what_was_found_and_from_nothing_else() {
    noClasses()
        .that(resideInAPackage("org.planledger.core.finance.posting.."))
        .should()
        .dependOnClassesThat(
            resideOutsideOfPackages(
                "java.lang..",
                "java.math..",
                "java.time..",
                "java.util..",
                "java.io..",
                "org.jspecify..",
                "org.planledger.core.finance..",
                "org.planledger.core.reference..",
                "org.planledger.core.terms.."))
        .check(LEDGER);
  }

  @Test
  void a_view_does_not_know_another_view() {
    Set<String> views =
        LEDGER.stream()
            .filter(KeepingTheLayersApartTest::isProjection)
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    classes()
        .that(describe("belong to a view", type -> views.contains(type.getPackageName())))
        .should(
            new ArchCondition<>("not know another view") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  String there = dependency.getTargetClass().getPackageName();
                  if (views.contains(there) && !there.equals(type.getPackageName())) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                  }
                }
              }
            })
        .allowEmptyShould(views.isEmpty())
        .check(LEDGER);
  }

  /// A page of a list is the one thing that all queries share; what builds views anew shows none.
  @Test
  void the_api_reads_a_projection_through_its_queries_and_views_only() {
    noClasses()
        .that(resideInAPackage(API))
        .and(resideOutsideOfPackages("org.planledger.api.configuration.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(PROJECTIONS)
                .and(describe("are neither queries nor a view", type -> !isReadSide(type))))
        .check(LEDGER);
  }

  @Test
  void the_api_leaves_the_database_to_the_projections_and_the_store() {
    noClasses()
        .that(resideInAPackage(API))
        .and(resideOutsideOfPackages("org.planledger.api.configuration.."))
        // What is neither in the ledger nor a view of it is kept by classes of that name: jobs,
        // settlements.
        .and()
        .haveSimpleNameNotStartingWith("Kept")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.flywaydb.."))
        .check(LEDGER);
  }

  @Test
  void no_command_waits_inside_a_transaction_of_the_framework() {
    noClasses()
        .that(resideInAnyPackage(CORE, API))
        .should()
        .beAnnotatedWith(Transactional.class)
        .check(LEDGER);
    noMethods()
        .that()
        .areDeclaredInClassesThat(resideInAnyPackage(CORE, API))
        .should()
        .beAnnotatedWith(Transactional.class)
        .check(LEDGER);
  }

  @Test
  void what_a_class_needs_comes_through_its_constructor() {
    noFields().should().beAnnotatedWith(Autowired.class).check(LEDGER);
    noMethods().should().beAnnotatedWith(Autowired.class).check(LEDGER);
  }

  @Test
  void settings_are_validated_records() {
    classes()
        .that()
        .areAnnotatedWith(ConfigurationProperties.class)
        .should()
        .beRecords()
        .andShould()
        .beAnnotatedWith(Validated.class)
        .allowEmptyShould(true)
        .check(LEDGER);
  }

  @Test
  void packages_are_named_after_features_and_never_after_a_kind_of_class() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..shared..",
            "..common..",
            "..util..",
            "..utils..",
            "..helper..",
            "..impl..",
            "..dto..",
            "..service..",
            "..services..",
            "..model..")
        .check(LEDGER);
  }

  private static boolean isProjection(JavaClass type) {
    return outermost(type).getSimpleName().matches(".+Projection");
  }

  private static boolean isReadSide(JavaClass type) {
    // The values of a view's columns belong to the view.
    return outermost(type).getSimpleName().matches(".+(Queries|View)")
        || type.isEnum()
        || type.getPackageName().equals("org.planledger.projections.page")
        || type.getPackageName().equals("org.planledger.projections.rebuild");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(KeepingTheLayersApartTest::outermost).orElse(type);
  }
}
