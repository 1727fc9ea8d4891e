package org.planledger.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/// Speaks HTTP to a ledger: `http.post("/v1/plans", "{...}")` sends a command under a new key,
/// `http.get("/v1/plans/...")` reads, and [#to] builds every other request.
public final class LedgerHttp {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String base;

  /// @param base such as `http://localhost:8080`
  public LedgerHttp(String base) {
    this.base = base;
  }

  /// Reads.
  public Answer get(String path) {
    return to("GET", path).send();
  }

  /// Sends a command, or anything else that is JSON, under a new key.
  public Answer post(String path, String json) {
    return to("POST", path).key(newKey()).json(json).send();
  }

  /// A key that nobody has used.
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  /// Begins a request.
  public Request to(String method, String path) {
    return new Request(method, path);
  }

  /// A request in the making.
  public final class Request {

    private final HttpRequest.Builder request;
    private final String method;
    private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

    private Request(String method, String path) {
      this.method = method;
      this.request =
          HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
    }

    public Request header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /// The idempotency key.
    public Request key(String key) {
      return header("Idempotency-Key", key);
    }

    public Request json(String json) {
      request.header("Content-Type", "application/json");
      return text(json);
    }

    /// A body of no declared type.
    public Request text(String text) {
      body = BodyPublishers.ofString(text);
      return this;
    }

    /// Sends it and waits for the answer.
    public Answer send() {
      try {
        HttpResponse<String> response =
            CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while waiting for the ledger", e);
      }
    }
  }
}
