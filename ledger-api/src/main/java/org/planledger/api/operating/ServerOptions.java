package org.planledger.api.operating;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/// Which server a command talks to.
final class ServerOptions {

  @Option(
      names = "--url",
      defaultValue = "http://localhost:8080",
      paramLabel = "URL",
      description = "where the server listens (default: ${DEFAULT-VALUE})")
  private String url = "";

  @Option(
      names = "--offline",
      description = {
        "open the database without a server, when none runs;",
        "the server's settings may follow as --name=value"
      })
  private boolean offline;

  /// Opens it.
  ///
  /// @param settings for the server that a command starts for itself
  LedgerServer open(List<String> settings) {
    for (String setting : settings) {
      if (!offline || !setting.matches("--[a-z][a-zA-Z0-9.-]*=.*")) {
        throw EndedException.unusable("Unknown: " + setting + "; --help lists what there is.");
      }
    }
    return offline ? LedgerServer.ownWith(settings) : LedgerServer.at(address());
  }

  private URI address() {
    try {
      URI address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
      if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw EndedException.unusable("No address of a server: " + url + " (" + e.getMessage() + ")");
    }
    throw EndedException.unusable("No address of a server: " + url);
  }
}
