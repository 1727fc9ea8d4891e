package org.planledger.projections.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.planledger.core.store.DatabaseVendor;

/// Hands out the followed ledgers; JUnit closes them when all tests are through.
final class FollowedLedgers implements ArgumentsProvider {

  private static final Namespace NAMESPACE = Namespace.create(FollowedLedger.class);

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    var made = context.getRoot().getStore(NAMESPACE);
    return Stream.of(DatabaseVendor.values())
        .map(
            vendor ->
                Arguments.of(
                    made.computeIfAbsent(vendor, FollowedLedger::new, FollowedLedger.class)));
  }
}
