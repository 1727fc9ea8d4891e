package org.planledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Lets clients run side by side for a while, each on a virtual thread, as the server runs them.
final class Race {

  private Race() {}

  /// @return what the clients saw; it ends early if one has nothing left to send
  /// @throws IllegalStateException if a client failed
  static Sample run(List<? extends Client> clients, Duration length) throws InterruptedException {
    var ready = new CountDownLatch(clients.size());
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Latencies>> runs = new ArrayList<>();
      for (var client : clients) {
        runs.add(threads.submit(run(client, ready, start, length)));
      }
      ready.await();
      long began = System.nanoTime();
      start.countDown();
      var all = new Latencies();
      for (var run : runs) {
        all.addAll(await(run));
      }
      return Sample.of(all, (System.nanoTime() - began) / 1e9);
    }
  }

  private static Callable<Latencies> run(
      Client client, CountDownLatch ready, CountDownLatch start, Duration length) {
    return () -> {
      var latencies = new Latencies();
      ready.countDown();
      start.await();
      long from = System.nanoTime();
      long until = from + length.toNanos();
      while (from < until && client.send()) {
        long now = System.nanoTime();
        latencies.add(now - from);
        from = now;
      }
      return latencies;
    };
  }

  /// @throws IllegalStateException if it failed
  static <T> T await(Future<T> run) throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed: " + e.getCause(), e.getCause());
    }
  }
}
