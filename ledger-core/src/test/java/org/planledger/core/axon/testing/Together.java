package org.planledger.core.axon.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/// Lets many threads do something at the same moment.
public final class Together {

  private static final long DEADLINE_SECONDS = 60;

  private Together() {}

  /// Starts so many threads, lets all of them go at once, and waits for what each came to.
  public static <T> List<T> at(int threads, IntFunction<T> work) {
    var barrier = new CyclicBarrier(threads);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < threads; i++) {
        int number = i;
        running.add(
            executor.submit(
                () -> {
                  barrier.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                  return work.apply(number);
                }));
      }
      var results = new ArrayList<T>();
      for (var each : running) {
        results.add(each.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while others were at work", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("one of the threads came to nothing", e);
    }
  }
}
