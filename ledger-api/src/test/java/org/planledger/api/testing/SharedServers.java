package org.planledger.api.testing;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.planledger.core.store.DatabaseVendor;

/// The two servers that all test classes of a run share.
final class SharedServers implements ArgumentsProvider {

  private static final Map<DatabaseVendor, LedgerServer> RUNNING =
      new EnumMap<>(DatabaseVendor.class);

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.of(DatabaseVendor.values()).map(vendor -> Arguments.of(running(vendor)));
  }

  /// The server ends with the process, like any that is told to by the operating system.
  private static synchronized LedgerServer running(DatabaseVendor vendor) {
    return RUNNING.computeIfAbsent(vendor, LedgerServer::start);
  }
}
