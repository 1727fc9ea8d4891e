package org.planledger.bench;

/// The floor of commands over HTTP: a request, a row, a commit.
final class TrivialOverHttp extends HttpContender {

  private final HttpDatabase database;

  TrivialOverHttp(HttpDatabase database) {
    super(ServerProcess.own(database.folder(), TrivialServer.class, database.trivialArguments()));
    this.database = database;
  }

  @Override
  public void prepare(long commands) {
    // Nothing has to be there before.
  }

  @Override
  public Client client(int number, int clients) {
    var connection = connect();
    var bodies = bodies();
    return () -> {
      created(connection.post(TrivialEndpoints.INSERT, bodies.headers(), bodies.link(number)));
      return true;
    };
  }

  /// A client that gets back what it sends.
  Client echo(int number) {
    var connection = connect();
    var bodies = bodies();
    return () -> {
      require(connection.post(TrivialEndpoints.ECHO, bodies.headers(), bodies.link(number)), 200);
      return true;
    };
  }

  @Override
  public void verify() {
    var stored = new StoredRows(database.trivialOwner());
    stored.requireCount(RawTable.NAME, acknowledged().commands());
  }
}
