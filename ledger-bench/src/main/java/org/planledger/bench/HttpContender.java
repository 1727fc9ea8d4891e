package org.planledger.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// A contender that is reached over HTTP, every client on a connection of its own.
abstract class HttpContender implements Contender {

  private static final long FIRST_SEED = 80;

  private final ServerProcess server;
  private final AtomicLong seeds = new AtomicLong(FIRST_SEED);
  private final Queue<HttpConnection> connections = new ConcurrentLinkedQueue<>();
  private final LongAdder commands = new LongAdder();

  HttpContender(ServerProcess server) {
    this.server = server;
  }

  /// A connection that stays open as long as this contender.
  final HttpConnection connect() {
    var connection = new HttpConnection(server.port());
    connections.add(connection);
    return connection;
  }

  final HttpBodies bodies() {
    return new HttpBodies(seeds.getAndIncrement());
  }

  /// Counts an answer as acknowledged if it is the one that was hoped for.
  ///
  /// @throws IllegalStateException otherwise
  final HttpConnection.Answer created(HttpConnection.Answer answer) {
    require(answer, 201);
    commands.increment();
    return answer;
  }

  static void require(HttpConnection.Answer answer, int status) {
    if (answer.status() != status) {
      throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
    }
  }

  /// Commands alone: what events they led to is the server's business.
  @Override
  public final Acknowledged acknowledged() {
    return new Acknowledged(commands.sum(), commands.sum());
  }

  /// Closes all connections; each is opened again when it is next used.
  final void hangUp() {
    connections.forEach(HttpConnection::close);
  }

  @Override
  public void close() {
    hangUp();
    server.close();
  }
}
