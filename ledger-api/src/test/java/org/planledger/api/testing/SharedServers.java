package org.planledger.api.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.planledger.core.store.DatabaseVendor;

/// The two servers that all test classes of a run share. JUnit ends them when all tests are
/// through, while their databases still run.
final class SharedServers implements ArgumentsProvider {

  private static final Namespace SERVERS = Namespace.create(SharedServers.class);

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Store running = context.getRoot().getStore(SERVERS);
    return Stream.of(DatabaseVendor.values())
        .map(vendor -> running.computeIfAbsent(vendor, LedgerServer::start, LedgerServer.class))
        .map(Arguments::of);
  }
}
