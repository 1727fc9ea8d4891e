package org.planledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.planledger.core.json.LedgerJson;
import org.planledger.core.store.DatabaseVendor;
import tools.jackson.databind.JsonNode;

/// Measures the import of settlements: a file that is read and parsed only, which a server does
/// when it is asked for a dry run, beside the same file read, parsed and stored. Both are timed by
/// the server itself, from the beginning of the job to its end; the sending is in neither.
final class ImportRaces {

  /// The floor.
  static final String READ = "read and parsed";

  static final String IMPORTED = "imported";

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Options options;
  private final Progress progress;
  private final HttpClient client = HttpClient.newHttpClient();

  ImportRaces(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /// What a contender is called with a kind of file.
  static String name(SettlementSample sample, String contender) {
    return sample.label() + " " + contender;
  }

  /// Which figure of ours a figure is held against.
  static String ours(String contender) {
    return contender.replace(READ, IMPORTED);
  }

  void run(DatabaseVendor vendor, Results results) throws InterruptedException {
    int lines = Math.toIntExact(options.events());
    try (var database = HttpDatabase.fresh(vendor);
        var server = ServerProcess.ledger(database.folder(), database.ledgerArguments())) {
      for (var sample : SettlementSample.values()) {
        race(vendor, server.port(), database.folder(), sample, lines, results);
      }
    }
  }

  private void race(
      DatabaseVendor vendor,
      int port,
      Path folder,
      SettlementSample sample,
      int lines,
      Results results)
      throws InterruptedException {
    List<Sample> read = new ArrayList<>();
    List<Sample> imported = new ArrayList<>();
    // The first round compiles.
    for (int round = 0; round <= options.rounds(); round++) {
      Path file = folder.resolve("settlement");
      sample.write(file, lines, round);
      var first = timed(port, file, lines, true);
      var second = timed(port, file, lines, false);
      if (round > 0) {
        read.add(first);
        imported.add(second);
        progress.raced(Part.IMPORT, vendor, name(sample, READ), lines, round, first);
        progress.raced(Part.IMPORT, vendor, name(sample, IMPORTED), lines, round, second);
      }
    }
    results.add(new Measurement(Part.IMPORT, vendor, name(sample, READ), lines, read));
    results.add(new Measurement(Part.IMPORT, vendor, name(sample, IMPORTED), lines, imported));
  }

  private Sample timed(int port, Path file, int lines, boolean dryRun) throws InterruptedException {
    var begun = post(port, file, dryRun);
    var job = begun;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (job.get("state").stringValue().equals("RUNNING")) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the import does not end: " + job);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      job = get(port, "/v1/settlement-imports/" + begun.get("id").stringValue());
    }
    int taken = job.get("progress").get("lines").intValue();
    if (!job.get("state").stringValue().equals("FINISHED") || taken != lines) {
      throw new LostCommandsException("of %d lines: %s".formatted(lines, job));
    }
    var took =
        Duration.between(
            Instant.parse(job.get("startedAt").stringValue()),
            Instant.parse(job.get("endedAt").stringValue()));
    return Sample.of(lines, Math.max(1, took.toMillis()) / 1e3);
  }

  private JsonNode post(int port, Path file, boolean dryRun) throws InterruptedException {
    try {
      return json(
          request(port, "/v1/settlements?dryRun=" + dryRun)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build(),
          202);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode get(int port, String path) throws InterruptedException {
    try {
      return json(request(port, path).GET().build(), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(PATIENCE);
  }

  private JsonNode json(HttpRequest request, int status) throws IOException, InterruptedException {
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return LedgerJson.mapper().readTree(answer.body());
  }

  /// The files that are imported.
  enum SettlementSample {
    STRIPE("Stripe CSV,") {
      @Override
      String head() {
        return "automatic_payout_id,automatic_payout_effective_at,balance_transaction_id,"
            + "created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,"
            + "charge_id,payment_intent_id,description,payment_metadata[fee_id]\n";
      }

      @Override
      String line(int number, String id) {
        return ("po_%1$s,2026-01-08 00:00:00,txn_%2$s,2026-01-05 12:34:56,2026-01-07 00:00:00,usd,"
                + "%3$d.%4$02d,4.91,%5$d.%6$02d,charge,ch_%2$s,ch_%2$s,pi_%2$s,"
                + "Replacement of a device,01890a5d-ac96-774b-bcce-%2$s/1\n")
            .formatted(
                number / 1000,
                id,
                (15900 + number % 9973) / 100,
                (15900 + number % 9973) % 100,
                (15900 + number % 9973 - 491) / 100,
                (15900 + number % 9973 - 491) % 100);
      }

      @Override
      String foot() {
        return "";
      }
    },
    CAMT_053("camt.053,") {
      @Override
      String head() {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
        <GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-06T01:00:00</CreDtTm></GrpHdr>
        <Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
        """;
      }

      @Override
      String line(int number, String id) {
        return """
        <Ntry><NtryRef>%1$d</NtryRef><Amt Ccy="EUR">%3$d.%4$02d</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt>
        <AcctSvcrRef>%2$s</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>\
        <SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs>\
        <EndToEndId>E2E-%2$s</EndToEndId></Refs><Amt Ccy="EUR">%3$d.%4$02d</Amt>\
        <CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Pty><Nm>Customer %1$d</Nm></Pty></Dbtr></RltdPties>
        <RmtInf><Ustrd>Replacement of a device 01890a5d-ac96-774b-bcce-%2$s/1</Ustrd></RmtInf>\
        </TxDtls></NtryDtls></Ntry>
        """
            .formatted(number, id, (15900 + number % 9973) / 100, (15900 + number % 9973) % 100);
      }

      @Override
      String foot() {
        return "</Stmt></BkToCstmrStmt></Document>\n";
      }
    };

    private final String label;

    SettlementSample(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    abstract String head();

    abstract String line(int number, String id);

    abstract String foot();

    /// Writes a file, other bytes for each round: the same ones would be imported once.
    private void write(Path file, int lines, int round) {
      try (var out = Files.newBufferedWriter(file)) {
        out.write(head());
        for (int number = 1; number <= lines; number++) {
          // References do not resemble each other.
          long mixed = (number * 31L + round) * 0x9E3779B97F4A7C15L;
          out.write(line(number, String.format("%012x", mixed & 0xffffffffffffL)));
        }
        out.write(foot());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
