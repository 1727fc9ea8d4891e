package org.planledger.api.operating;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.planledger.api.LedgerApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server that a command talks to: one that runs, or one of the command's own, which ends with
/// it. Both are spoken to in the same way.
final class LedgerServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE_FOR_A_FILE = Duration.ofHours(1);

  /// A server of one's own is asked by nobody else, says nothing and begins nothing by itself.
  private static final List<String> QUIETLY =
      List.of(
          "--server.port=0",
          "--logging.level.root=off",
          "--logging.level.org.planledger=off",
          "--ledger.sweep.enabled=false",
          "--ledger.verification.enabled=false");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI address;
  private final Runnable end;

  private LedgerServer(URI address, Runnable end) {
    this.address = address;
    this.end = end;
  }

  /// One that runs.
  static LedgerServer at(URI address) {
    return new LedgerServer(address, () -> {});
  }

  /// One of one's own. Why it does not start, it has said itself.
  static LedgerServer ownWith(List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.addAll(QUIETLY);
    ConfigurableApplicationContext context;
    try {
      context = SpringApplication.run(LedgerApplication.class, all.toArray(String[]::new));
    } catch (RuntimeException e) {
      throw EndedException.unusable("The command needs a database that nobody else holds.", e);
    }
    if (context instanceof WebServerApplicationContext web) {
      WebServer listening = web.getWebServer();
      if (listening != null) {
        return new LedgerServer(
            URI.create("http://localhost:" + listening.getPort()), context::close);
      }
    }
    throw new IllegalStateException("a ledger serves HTTP");
  }

  /// Reads.
  JsonNode get(String path) {
    return answer(request(path).GET().build());
  }

  /// Begins long work.
  JsonNode post(String path, JsonNode body) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /// Begins long work on a file, which is sent byte for byte.
  JsonNode upload(String path, Path file) {
    try {
      return answer(
          request(path)
              .timeout(PATIENCE_FOR_A_FILE)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build());
    } catch (FileNotFoundException e) {
      throw EndedException.unusable("There is no file " + file);
    }
  }

  /// Has something done, once, whatever becomes of the answer.
  JsonNode act(String path, JsonNode body, String idempotencyKey) {
    return answer(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  /// Reads into a file, which is there only if all of it came.
  ///
  /// @return how many bytes it has
  long download(String path, Path file) {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    try {
      HttpResponse<Path> response =
          client.send(request(path).GET().build(), BodyHandlers.ofFile(draft));
      if (response.statusCode() != 200) {
        throw EndedException.unusable(told(json(Files.readAllBytes(draft)), response.statusCode()));
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      return Files.size(file);
    } catch (IOException e) {
      throw EndedException.unusable(file + " cannot be written: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EndedException.unusable("Interrupted");
    } finally {
      delete(draft);
    }
  }

  private static void delete(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw EndedException.unusable(draft + " cannot be removed: " + e.getMessage());
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(PATIENCE)
        .header("Ledger-Client", "operator");
  }

  private JsonNode answer(HttpRequest request) {
    HttpResponse<byte[]> response = send(request);
    JsonNode body = json(response.body());
    if (response.statusCode() / 100 == 2) {
      return body;
    }
    String line = told(body, response.statusCode());
    throw response.statusCode() == 503
        ? EndedException.refused(line)
        : EndedException.unusable(line);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw EndedException.unusable(
          "No ledger answers at %s: start it, name another one with --url, or open the database"
                  .formatted(address)
              + " without a server with --offline",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw EndedException.unusable("Interrupted", e);
    }
  }

  private JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      throw EndedException.unusable("What answers at " + address + " is no ledger", e);
    }
  }

  /// What a refusal says, in one line: each flaw if they are told, which the detail only sums up.
  private static String told(JsonNode problem, int status) {
    String title = problem.path("title").asString("HTTP " + status);
    var flaws =
        problem
            .path("errors")
            .valueStream()
            .map(
                flaw -> flaw.path("pointer").asString("") + ": " + flaw.path("detail").asString(""))
            .collect(Collectors.joining("; "));
    String line = flaws.isEmpty() ? problem.path("detail").asString(title) : title + ": " + flaws;
    return line.replaceAll("\\s+", " ");
  }

  @Override
  public void close() {
    end.run();
    client.close();
  }
}
