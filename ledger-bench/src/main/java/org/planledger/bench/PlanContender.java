package org.planledger.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.planledger.core.axon.Submission;
import org.planledger.core.reference.PlanId;

/// A contender that takes real commands: links made and removed on plans with a device, and in
/// every tenth command a new device bound to a plan that has none, which writes to two streams.
abstract class PlanContender implements Contender {

  private static final int SEEDING_CLIENTS = 32;
  private static final int BINDING_EVERY = 10;
  private static final long FIRST_SEED = 20_221_010;

  private final int plans;
  private final List<PlanId> covered = new ArrayList<>();
  private final Queue<PlanId> uncovered = new ConcurrentLinkedQueue<>();
  private final AtomicLong seeds = new AtomicLong(FIRST_SEED);
  private final LongAdder commands = new LongAdder();
  private final LongAdder events = new LongAdder();

  PlanContender(int plans) {
    this.plans = plans;
  }

  /// Has a command decided and stored.
  ///
  /// @return how many events it led to
  /// @throws IllegalStateException if it was not accepted
  abstract int store(Submission submission);

  /// As [#store], where the disk need not be waited for.
  abstract int seed(Submission submission);

  @Override
  public final void prepare(long commandCount) throws InterruptedException {
    if (covered.isEmpty()) {
      covered.addAll(sell(plans, true));
    }
    long missing = commandCount / BINDING_EVERY - uncovered.size();
    if (missing > 0) {
      uncovered.addAll(sell(missing, false));
    }
  }

  private List<PlanId> sell(long count, boolean withDevice) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var left = new AtomicLong(count);
      List<Future<List<PlanId>>> sellers = new ArrayList<>();
      for (int i = 0; i < SEEDING_CLIENTS; i++) {
        sellers.add(threads.submit(() -> sell(left, withDevice)));
      }
      List<PlanId> sold = new ArrayList<>();
      for (var seller : sellers) {
        sold.addAll(Race.await(seller));
      }
      return sold;
    }
  }

  private List<PlanId> sell(AtomicLong left, boolean withDevice) {
    var source = new PlanCommands(seeds.getAndIncrement());
    List<PlanId> sold = new ArrayList<>();
    while (left.getAndDecrement() > 0) {
      var sale = withDevice ? source.sellWithDevice() : source.sell();
      count(seed(source.submission(sale)));
      sold.add(sale.planId());
    }
    return sold;
  }

  private void count(int eventCount) {
    commands.increment();
    events.add(eventCount);
  }

  @Override
  public final Client client(int number, int clients) {
    return new Customer(number, clients);
  }

  @Override
  public final Acknowledged acknowledged() {
    return new Acknowledged(commands.sum(), events.sum());
  }

  /// A client with plans of its own.
  private final class Customer implements Client {

    private final PlanCommands source = new PlanCommands(seeds.getAndIncrement());
    private final PlanId[] mine;
    private final boolean[] linked;
    private long step;

    Customer(int number, int clients) {
      mine =
          IntStream.range(0, covered.size())
              .filter(i -> i % clients == number)
              .mapToObj(covered::get)
              .toArray(PlanId[]::new);
      linked = new boolean[mine.length];
    }

    @Override
    public boolean send() {
      step++;
      if (step % BINDING_EVERY == 0) {
        PlanId plan = uncovered.poll();
        if (plan == null) {
          return false;
        }
        count(store(source.submission(source.bind(plan))));
        return true;
      }
      int i = source.pick(mine.length);
      var command = linked[i] ? source.unlink(mine[i], step) : source.link(mine[i], step);
      count(store(source.submission(command)));
      linked[i] = !linked[i];
      return true;
    }
  }
}
