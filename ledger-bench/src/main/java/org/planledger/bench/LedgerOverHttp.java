package org.planledger.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.planledger.core.json.LedgerJson;

/// The ledger's server. Commands are those of [PlanContender], as clients send them.
final class LedgerOverHttp extends HttpContender {

  private static final int SEEDING_CLIENTS = 32;
  private static final int BINDING_EVERY = 10;
  private static final String PLANS = "/v1/plans";

  private final HttpDatabase database;
  private final int plans;
  private final List<String> covered = new ArrayList<>();
  private final Queue<String> uncovered = new ConcurrentLinkedQueue<>();
  private final Map<Integer, Customer> customers = new HashMap<>();

  LedgerOverHttp(HttpDatabase database, int plans) {
    super(ServerProcess.ledger(database.folder(), database.ledgerArguments()));
    this.database = database;
    this.plans = plans;
  }

  @Override
  public void prepare(long commandCount) throws InterruptedException {
    if (covered.isEmpty()) {
      covered.addAll(sell(plans, true));
    }
    long missing = commandCount / BINDING_EVERY - uncovered.size();
    if (missing > 0) {
      uncovered.addAll(sell(missing, false));
    }
  }

  private List<String> sell(long count, boolean withDevice) throws InterruptedException {
    var left = new AtomicLong(count);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> sellers = new ArrayList<>();
      for (int i = 0; i < SEEDING_CLIENTS; i++) {
        sellers.add(threads.submit(() -> sell(left, withDevice)));
      }
      List<String> sold = new ArrayList<>();
      for (var seller : sellers) {
        sold.addAll(Race.await(seller));
      }
      return sold;
    }
  }

  private List<String> sell(AtomicLong left, boolean withDevice) {
    var bodies = bodies();
    List<String> sold = new ArrayList<>();
    var connection = connect();
    while (left.getAndDecrement() > 0) {
      var answer = created(connection.post(PLANS, bodies.headers(), bodies.sale(withDevice)));
      sold.add(LedgerJson.mapper().readTree(answer.body()).get("planId").stringValue());
    }
    return sold;
  }

  /// The same one in every round: nobody else knows which of its plans are linked, and since when.
  @Override
  public Client client(int number, int clients) {
    return customers.computeIfAbsent(number, _ -> new Customer(number, clients));
  }

  /// A client that reads plans, one after the other.
  Client reader(int number) {
    var connection = connect();
    var bodies = new HttpBodies(number);
    return () -> {
      String plan = covered.get(bodies.pick(covered.size()));
      require(connection.get(PLANS + "/" + plan), 200);
      return true;
    };
  }

  /// Sells a plan, has it live through so many commands, and asks for the proof of its history.
  String prove(int commands) throws InterruptedException {
    var plan = sell(1, true).getFirst();
    var bodies = bodies();
    var connection = connect();
    for (int step = 1; step < commands; step++) {
      boolean links = step % 2 == 1;
      created(
          connection.post(
              PLANS + "/" + plan + (links ? "/links" : "/unlinks"),
              bodies.headers(),
              links ? bodies.link(step) : bodies.unlink(step)));
    }
    return read(PLANS + "/" + plan + "/proof");
  }

  /// The keys that sign, as the verifier takes them.
  String keys() {
    return read("/v1/log/keys");
  }

  private String read(String path) {
    var answer = connect().get(path);
    require(answer, 200);
    return answer.body();
  }

  private final class Customer implements Client {

    private final HttpConnection connection = connect();
    private final HttpBodies bodies = bodies();
    private final String[] mine;
    private final boolean[] linked;
    private long step;

    Customer(int number, int clients) {
      mine =
          IntStream.range(0, covered.size())
              .filter(i -> i % clients == number)
              .mapToObj(covered::get)
              .toArray(String[]::new);
      linked = new boolean[mine.length];
    }

    @Override
    public boolean send() {
      step++;
      if (step % BINDING_EVERY == 0) {
        String plan = uncovered.poll();
        if (plan == null) {
          return false;
        }
        return post(plan, "devices", bodies.device());
      }
      int i = bodies.pick(mine.length);
      linked[i] = !linked[i];
      return linked[i]
          ? post(mine[i], "links", bodies.link(step))
          : post(mine[i], "unlinks", bodies.unlink(step));
    }

    private boolean post(String plan, String what, String json) {
      created(connection.post(PLANS + "/" + plan + "/" + what, bodies.headers(), json));
      return true;
    }
  }

  @Override
  public void verify() {
    var stored = new StoredRows(database.ledgerOwner());
    stored.requireCount("ledger_attempt", acknowledged().commands());
    stored.requireGapless("ledger_attempt", "number");
    stored.requireGapless("ledger_event", "position");
    stored.requireGaplessStreams("ledger_event", "stream_id", "sequence");
  }
}
