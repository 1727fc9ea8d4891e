package org.planledger.core.store.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.planledger.core.store.DatabaseVendor;

/// Makes the databases that [OnEachDatabase] asks for, one by one; JUnit closes each when the
/// class is through with it.
final class FreshDatabases implements ArgumentsProvider, AnnotationConsumer<OnEachDatabase> {

  private String[] migrations = {};

  @Override
  public void accept(OnEachDatabase annotation) {
    migrations = annotation.migrations();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.of(DatabaseVendor.values())
        .map(vendor -> Arguments.of(LedgerDatabase.fresh(vendor, migrations)));
  }
}
