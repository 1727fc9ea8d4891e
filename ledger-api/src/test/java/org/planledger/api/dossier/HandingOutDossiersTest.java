package org.planledger.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.planledger.api.testing.Answer;
import org.planledger.api.testing.Desk;
import org.planledger.api.testing.LedgerServer;
import org.planledger.api.testing.OnEachServer;
import org.planledger.api.testing.SoldPlan;
import org.planledger.core.evidence.Checkpoint;
import org.planledger.core.evidence.SignedNote;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.ReadRow;
import org.planledger.core.store.UnitRow.NewRead;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an auditor gets who asks for the dossier of a plan.
@OnEachServer
class HandingOutDossiersTest {
  private static final String MAVIC = "MAVIC_3";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Desk desk;

  HandingOutDossiersTest(LedgerServer server) {
    desk = new Desk(server);
  }

  /// A plan with a replacement, a flyaway, and claims that were refused.
  private SoldPlan eventful() {
    var purchase = Desk.purchase("ONE_YEAR", "US", "USD", "account of a person");
    purchase.put("holder", Map.of("accountId", "account of a person", "name", "Élodie 王 Ωmega"));
    var plan = desk.sell(purchase);
    var first = plan.bind(MAVIC);
    plan.link("2023-01-20T00:00:00Z");
    var second = plan.replaced(first, MAVIC, "2023-03-01");
    plan.link("2023-03-10T00:00:00Z");
    var third = plan.flownAway(second, MAVIC, "2023-05-01");
    plan.damage(third, "2023-06-01").claim("DAMAGE").expect(422);
    return plan;
  }

  @Test
  void the_pages_say_what_the_ledger_says() throws IOException {
    var plan = eventful();
    try (var document = Loader.loadPDF(pdf(plan.path() + "/dossier"))) {
      var text = text(document);
      var state = plan.on("2023-06-02");
      assertThat(text)
          .contains("Dossier of plan " + plan.planId(), "É*** [U+738B]*** Ω***")
          .contains(state.text("/terms/edition"), state.text("/terms/sha256"))
          .contains(state.text("/device/maskedSerial"));
      for (var event : events(plan)) {
        assertThat(text)
            .contains(Facts.title(event.path("type").stringValue()))
            .contains("position " + event.path("position").longValue());
      }
      for (var refused : refusals(plan)) {
        assertThat(text)
            .contains("Decision %d: refused".formatted(refused.path("number").longValue()))
            .contains("QUOTA_EXHAUSTED, R-2.3-01 (clause 2.3): 2 of 2 replacements");
      }
      for (var device : lineage(plan)) {
        assertThat(text).contains(device.path("deviceId").stringValue());
      }
      assertThat(text).contains("159.00 USD", "SERVICE_FEE, paid");
      assertThat(text).contains("2 of 2 used", "1 of 2 used, 1 reserved");
    }
  }

  @Test
  void the_checkpoint_on_the_pages_covers_the_plan_and_is_the_signed_one() throws IOException {
    var plan = eventful();
    try (var document = Loader.loadPDF(pdf(plan.path() + "/dossier"))) {
      var text = text(document);
      var key = desk.http().get("/v1/log/key").expect(200).body().strip();
      assertThat(text.replace(" ", "")).contains(key);
      var number = Long.parseLong(text.replaceAll("(?s).*number (\\d+) of planledger.*", "$1"));
      var stored = note(number);
      var checkpoint = Checkpoint.parse(SignedNote.parse(stored).body());
      for (var line : stored.strip().lines().toList()) {
        assertThat(text.replaceAll("\\s", "")).contains(line.replaceAll("\\s", ""));
      }
      var last = events(plan).getLast().path("position").longValue();
      assertThat(checkpoint.events().size()).isGreaterThanOrEqualTo(last);
      assertThat(document.getDocumentInformation().getCreationDate().toInstant())
          .isEqualTo(checkpoint.time().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    }
  }

  private String note(long number) {
    return desk.get("/v1/log/checkpoints?pageSize=1000")
        .at("/data")
        .valueStream()
        .filter(row -> row.path("number").longValue() == number)
        .map(row -> row.path("note").stringValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_pages_are_numbered_and_have_a_title_a_language_and_bookmarks() throws IOException {
    var plan = eventful();
    try (var document = Loader.loadPDF(pdf(plan.path() + "/dossier"))) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(3);
      var strip = new PDFTextStripper();
      int heads = 0;
      for (int page = 1; page <= pages; page++) {
        strip.setStartPage(page);
        strip.setEndPage(page);
        var text = strip.getText(document).replaceAll("\\s+", " ");
        assertThat(text).contains("%d of %d".formatted(page, pages));
        heads += text.contains("Recorded and valid What and by whom Why") ? 1 : 0;
      }
      assertThat(heads).as("pages of the timeline").isGreaterThan(1);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo("Dossier of plan " + plan.planId());
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(bookmarks(document))
          .containsExactly(
              "Timeline",
              "Quotas as they moved",
              "Warranty as it moved",
              "Fees",
              "Lineage",
              "Obligations",
              "The checkpoint that covers it",
              "How to verify this",
              "Rules that are cited");
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
  }

  @Test
  void whoever_asks_again_gets_the_same_bytes() throws IOException {
    var plan = eventful();
    var once = pdf(plan.path() + "/dossier");
    desk.sell("ONE_YEAR");
    desk.get(plan.path() + "/proof").expect(200);
    assertThat(pdf(plan.path() + "/dossier")).isEqualTo(once);
    assertThat(pdf(plan.path() + "/dossier?atSequence=3")).isNotEqualTo(once);
  }

  @Test
  void the_table_is_read_back_line_by_line() {
    var plan = eventful();
    var answer = get(plan.path() + "/dossier", "text/csv").expect(200);
    assertThat(answer.header("Content-Type")).contains("text/csv;charset=utf-8");
    assertThat(answer.body()).contains("\r\n").doesNotContain("\n=", ",=");
    List<NamedCsvRecord> rows;
    try (var csv = CsvReader.builder().ofNamedCsvRecord(answer.body())) {
      rows = csv.stream().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(rows.getFirst().getHeader()).isEqualTo(CsvDossier.COLUMNS);
    var events = events(plan);
    assertThat(rows.stream().filter(row -> row.getField("kind").equals("EVENT")))
        .map(
            row ->
                List.of(
                    row.getField("sequence"),
                    row.getField("position"),
                    row.getField("type"),
                    row.getField("recordedAt"),
                    row.getField("validAt"),
                    row.getField("actor")))
        .isEqualTo(
            events.stream()
                .map(
                    event ->
                        List.of(
                            event.path("sequence").toString(),
                            event.path("position").toString(),
                            event.path("type").stringValue(),
                            event.path("recordedAt").stringValue(),
                            event.path("at").stringValue(),
                            event.path("actor").stringValue()))
                .toList());
    assertThat(rows.stream().filter(row -> row.getField("kind").equals("REFUSAL")))
        .map(row -> row.getField("decision") + " " + row.getField("codes"))
        .isEqualTo(
            refusals(plan).stream()
                .map(
                    refused ->
                        refused.path("number")
                            + " "
                            + String.join(
                                "; ",
                                refused
                                    .path("codes")
                                    .valueStream()
                                    .map(JsonNode::stringValue)
                                    .toList()))
                .toList());
  }

  @Test
  void a_line_of_json_is_an_entry_of_the_timeline_with_its_reasons() {
    var plan = eventful();
    var lines =
        get(plan.path() + "/dossier", "application/x-ndjson").expect(200).body().lines().toList();
    assertThat(lines).hasSize(events(plan).size() + refusals(plan).size());
    var last = JSON.readTree(lines.getLast());
    assertThat(last.path("kind").stringValue()).isEqualTo("REFUSAL");
    assertThat(last.path("type").stringValue()).isEqualTo("ClaimReplacement");
    assertThat(last.path("reasons").valueStream().filter(r -> !r.path("holds").booleanValue()))
        .first()
        .satisfies(
            reason -> {
              assertThat(reason.path("rule").stringValue()).isEqualTo("R-2.3-01");
              assertThat(reason.path("clause").stringValue()).isEqualTo("2.3");
              assertThat(reason.path("code").stringValue()).isEqualTo("QUOTA_EXHAUSTED");
            });
    for (int i = 0; i < lines.size(); i++) {
      assertThat(JSON.readTree(lines.get(i)).path("line").intValue()).isEqualTo(i + 1);
    }
  }

  @Test
  void it_ends_where_it_was_asked_to_end() {
    var plan = eventful();
    var third = get(plan.path() + "/dossier?atSequence=2", "application/x-ndjson").expect(200);
    assertThat(third.body().lines()).hasSize(3);
    var recorded = events(plan).get(4).path("recordedAt").stringValue();
    var then = get(plan.path() + "/dossier?asOf=" + recorded, "application/x-ndjson").expect(200);
    assertThat(then.body().lines())
        .allSatisfy(
            line ->
                assertThat(Instant.parse(JSON.readTree(line).path("recordedAt").stringValue()))
                    .isBeforeOrEqualTo(Instant.parse(recorded)))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(
            get(plan.path() + "/dossier?asOf=2024-01-01T00:00:00Z&atSequence=1", "*/*")
                .expect(400)
                .text("/errors/0/pointer"))
        .isEqualTo("/atSequence");
    get(plan.path() + "/dossier?atSequence=999", "*/*").expect(400);
    get(plan.path() + "/dossier?asOf=2001-01-01T00:00:00Z", "*/*").expect(404);
  }

  @Test
  void another_form_than_these_is_not_to_be_had() {
    var plan = desk.sell("ONE_YEAR");
    var answer = get(plan.path() + "/dossier", "application/json").expect(406);
    assertThat(answer.text("/code")).isEqualTo("NOT_ACCEPTABLE");
    assertThat(answer.text("/detail"))
        .contains("application/pdf", "text/csv", "application/x-ndjson");
    assertThat(
            get(plan.path() + "/dossier", "text/csv;q=0.3, application/x-ndjson")
                .header("Content-Type"))
        .contains("application/x-ndjson");
    assertThat(get(plan.path() + "/dossier", "text/html, */*;q=0.8").header("Content-Type"))
        .contains("application/pdf");
  }

  @Test
  void handing_it_out_is_recorded_and_so_is_an_export_of_the_log() {
    var plan = desk.sell("ONE_YEAR");
    get(plan.path() + "/dossier?reason=for%20the%20court", "text/csv").expect(200);
    assertThat(lastRead())
        .isEqualTo(
            new NewRead(
                "DOSSIER",
                plan.planId(),
                "trial",
                "trial",
                "for the court",
                true,
                lastRead().at()));
    get("/v1/plans/01890a5d-ac96-774b-bcce-b302099a8057/dossier", "text/csv").expect(404);
    assertThat(lastRead().found()).isFalse();
    desk.http().get("/v1/log/export?from=1&to=1&reason=an%20audit").expect(200);
    assertThat(lastRead())
        .isEqualTo(
            new NewRead(
                "LOG_EXPORT", "events 1-1", "trial", "trial", "an audit", true, lastRead().at()));
  }

  private NewRead lastRead() {
    var reads = desk.server().part(LedgerStore.class).reads();
    var all = new ArrayList<ReadRow>();
    var page = reads.after(0, 10_000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = reads.after(page.getLast().number(), 10_000);
    }
    return all.getLast().read();
  }

  private List<JsonNode> events(SoldPlan plan) {
    return desk.get(plan.path() + "/events?pageSize=1000").at("/data").valueStream().toList();
  }

  private List<JsonNode> refusals(SoldPlan plan) {
    return desk.get(plan.path() + "/decisions?pageSize=1000")
        .at("/data")
        .valueStream()
        .filter(each -> each.at("/decision/outcome").stringValue().equals("REFUSED"))
        .toList();
  }

  private List<JsonNode> lineage(SoldPlan plan) {
    var head = plan.on("2023-06-02").text("/device/deviceId");
    return desk.get("/v1/devices/" + head + "/lineage").at("/chain").valueStream().toList();
  }

  private Answer get(String path, String accept) {
    return desk.http().to("GET", path).header("Accept", accept).send();
  }

  private byte[] pdf(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + desk.server().port() + path))
            .header("Accept", "application/pdf")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
      return answer.body();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the ledger", e);
    }
  }

  private static String text(PDDocument document) throws IOException {
    var strip = new PDFTextStripper();
    strip.setSortByPosition(false);
    return strip.getText(document).replaceAll("\\s+", " ");
  }

  private static List<String> bookmarks(PDDocument document) {
    var titles = new ArrayList<String>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }
}
