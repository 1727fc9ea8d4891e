package org.planledger.bench;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.planledger.bench.RehearsedFiles.Written;
import org.planledger.core.finance.matching.FeeFact;
import org.planledger.core.finance.rehearsal.Rehearsal;
import org.planledger.core.store.DatabaseVendor;
import tools.jackson.databind.JsonNode;

/// Measures whole months of finance on a server with a heap of 1 GiB: the files of a month are read
/// and parsed only, then imported, then matched with as many fees, and matched once more; the month
/// is closed, and all of it is done for a second one. In a third month nothing happens, but its
/// files say again all that the second one's have said.
final class ReconcilingRaces {

  /// The floor.
  static final String READ = "files read and parsed only";

  static final String IMPORTED = "files imported";
  static final String FIRST = "Plan Ledger: a run of the first month";
  static final String REPEATED = "Plan Ledger: the same run repeated";
  static final String SECOND = "Plan Ledger: a run of the month after";
  static final String AGAIN = "Plan Ledger: a run of files that say that month again";

  /// What was measured beside time, in MiB.
  static final String HEAP = "heap after a collection, at most";

  static final String RESIDENT = "resident memory, at most";

  private static final List<String> MACHINE = List.of("-Xmx1g", "-XX:+UseParallelGC");
  private static final long SEED = 20260105;

  /// Half of the year of the rehearsal is over.
  private static final LocalDate CUT = LocalDate.of(2026, 6, 18);

  private final Options options;
  private final Progress progress;
  private final List<Sample> read = new ArrayList<>();
  private final List<Sample> imported = new ArrayList<>();
  private final List<Sample> first = new ArrayList<>();
  private final List<Sample> repeated = new ArrayList<>();
  private final List<Sample> second = new ArrayList<>();
  private final List<Sample> again = new ArrayList<>();
  private final List<Sample> heap = new ArrayList<>();
  private final List<Sample> resident = new ArrayList<>();

  ReconcilingRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// Which figure of ours a figure is held against; one of memory only against itself.
  static String ours(String contender) {
    return contender.equals(HEAP) || contender.equals(RESIDENT) ? contender : FIRST;
  }

  void run(DatabaseVendor vendor, Results results) throws InterruptedException {
    int fees = Math.toIntExact(options.events());
    for (int round = 1; round <= options.rounds(); round++) {
      race(vendor, fees);
    }
    add(results, vendor, fees, READ, read);
    add(results, vendor, fees, IMPORTED, imported);
    add(results, vendor, fees, FIRST, first);
    add(results, vendor, fees, REPEATED, repeated);
    add(results, vendor, fees, SECOND, second);
    add(results, vendor, fees, AGAIN, again);
    add(results, vendor, fees, HEAP, heap);
    add(results, vendor, fees, RESIDENT, resident);
  }

  private static void add(
      Results results, DatabaseVendor vendor, int fees, String name, List<Sample> samples) {
    results.add(new Measurement(Part.RECONCILING, vendor, name, fees, samples));
  }

  private void race(DatabaseVendor vendor, int fees) throws InterruptedException {
    var rehearsal = new Rehearsal(SEED, 2 * fees);
    try (var database = HttpDatabase.fresh(vendor)) {
      // The first start makes the tables.
      ServerProcess.ledger(database.folder(), database.ledgerArguments()).close();
      var filled = System.nanoTime();
      long last = RehearsedMovements.fill(database.ledgerOwner(), rehearsal);
      progress.say(
          "%s: the view of movements of %,d fees was filled in %.1f s"
              .formatted(Names.of(vendor), 2 * fees, (System.nanoTime() - filled) / 1e9));
      Path log = database.folder().resolve("collections.log");
      List<String> machine = new ArrayList<>(MACHINE);
      machine.addAll(MemoryUse.watched(log));
      List<String> arguments = new ArrayList<>(database.ledgerArguments());
      // There are no events to be sealed.
      arguments.add("--ledger.evidence.interval=1d");
      arguments.add("--ledger.evidence.events=1000000000000");
      try (var server = ServerProcess.ledger(database.folder(), machine, arguments)) {
        var client = new JobClient(server.port());
        var half = new Half(fees);
        rehearsal.fees(half::see);
        month(client, vendor, RehearsedFiles.write(rehearsal, database.folder(), CUT, true), true);
        var run = reconcile(client, vendor, "2026-06", half.cutOff, "2026-06-30", first, FIRST);
        repeat(client, vendor, run);
        close(client, "2026-06");
        var files = RehearsedFiles.write(rehearsal, database.folder(), CUT, false);
        month(client, vendor, files, false);
        reconcile(client, vendor, "2026-09", last, "2027-01-15", second, SECOND);
        close(client, "2026-09");
        files.forEach(RehearsedFiles::changeBytes);
        month(client, vendor, files, false);
        reconcile(client, vendor, "2026-10", last, "2027-02-15", again, AGAIN);
        var memory = MemoryUse.of(server.pid(), log);
        heap.add(Sample.of(memory.heapMib(), 1));
        resident.add(Sample.of(memory.residentMib(), 1));
        progress.say(
            "%s: heap 1 GiB, of which %,d MiB were left after a collection; resident %,d MiB"
                .formatted(Names.of(vendor), memory.heapMib(), memory.residentMib()));
      }
    }
  }

  private static void close(JobClient client, String month) throws InterruptedException {
    client.post(
        "/v1/periods/" + month + "/closing",
        "application/json",
        BodyPublishers.ofString("{\"carryingOver\": true}"),
        201);
  }

  /// Finds the position up to which half of the fees are quoted.
  private static final class Half {
    private final int fees;
    private int seen;
    private long cutOff;

    Half(int fees) {
      this.fees = fees;
    }

    /// The payment of a fee is recorded right after it, and belongs to the same half.
    void see(FeeFact fee) {
      if (seen++ < fees) {
        cutOff = fee.captured().map(paid -> paid.position()).orElse(fee.position() + 1);
      }
    }
  }

  private void month(JobClient client, DatabaseVendor vendor, List<Written> files, boolean counts)
      throws InterruptedException {
    double readSeconds = 0;
    double importSeconds = 0;
    long records = 0;
    for (var file : files) {
      readSeconds += JobClient.seconds(taken(client, file, true));
      importSeconds += JobClient.seconds(taken(client, file, false));
      records += file.records();
    }
    var floor = Sample.of(records, readSeconds);
    var stored = Sample.of(records, importSeconds);
    say(vendor, READ, floor);
    say(vendor, IMPORTED, stored);
    if (counts) {
      read.add(floor);
      imported.add(stored);
    }
  }

  private JsonNode taken(JobClient client, Written file, boolean dryRun)
      throws InterruptedException {
    try {
      var job =
          client.work(
              "/v1/settlements?format=%s&dryRun=%s".formatted(file.format(), dryRun),
              "/v1/settlement-imports",
              "application/octet-stream",
              BodyPublishers.ofFile(file.file()));
      var taken = job.get("progress");
      if (taken.get("lines").intValue() + taken.get("quarantined").intValue() != file.records()) {
        throw new LostCommandsException("of %,d records: %s".formatted(file.records(), job));
      }
      return job;
    } catch (FileNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private long reconcile(
      JobClient client,
      DatabaseVendor vendor,
      String month,
      long cutOff,
      String asOf,
      List<Sample> samples,
      String name)
      throws InterruptedException {
    var job =
        run(
            client,
            "{\"period\": \"%s\", \"cutOffPosition\": %d, \"asOf\": \"%s\"}"
                .formatted(month, cutOff, asOf));
    var totals = job.get("result").get("totals");
    var sample = Sample.of(totals.get("lines").longValue(), JobClient.seconds(job));
    samples.add(sample);
    say(vendor, name, sample);
    progress.say("  " + totals);
    return job.get("result").get("run").longValue();
  }

  private void repeat(JobClient client, DatabaseVendor vendor, long run)
      throws InterruptedException {
    var job = run(client, "{\"repeat\": %d}".formatted(run));
    if (!job.get("result").get("same").booleanValue()) {
      throw new LostCommandsException("a repeated run led to another report: " + job);
    }
    var sample = Sample.of(first.getLast().count(), JobClient.seconds(job));
    repeated.add(sample);
    say(vendor, REPEATED, sample);
  }

  private static JsonNode run(JobClient client, String body) throws InterruptedException {
    return client.work(
        "/v1/reconciliations",
        "/v1/reconciliations",
        "application/json",
        BodyPublishers.ofString(body));
  }

  private void say(DatabaseVendor vendor, String name, Sample sample) {
    progress.say(
        "%s: %s: %,d lines in %.1f s, %,.0f lines/s"
            .formatted(
                Names.of(vendor), name, sample.count(), sample.seconds(), sample.perSecond()));
  }
}
