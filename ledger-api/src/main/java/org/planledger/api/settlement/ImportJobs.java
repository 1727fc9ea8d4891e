package org.planledger.api.settlement;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.planledger.api.answer.AnswerJson;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.api.settlement.format.SettlementFormat;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Begins imports, because somebody asks. What an earlier process has not brought to its end is
/// removed first.
@Component
@EnableConfigurationProperties(SettlementSettings.class)
final class ImportJobs implements AutoCloseable {
  private final KeptImports imports;
  private final KeptPages pages;
  private final SettlementSettings settings;
  private final InstantSource clock;
  private final Jobs<SettlementImport> jobs;

  ImportJobs(
      KeptImports imports,
      KeptPages pages,
      SettlementSettings settings,
      InstantSource clock,
      KeptJobs kept) {
    this.imports = imports;
    this.pages = pages;
    this.settings = settings;
    this.clock = clock;
    this.jobs = new Jobs<>(Job.Kind.IMPORT, kept, ImportAnswer::of, clock);
    imports.removeLeft();
  }

  /// Throws [org.planledger.api.problem.ProblemException] while an import runs here.
  void requireIdle() {
    jobs.requireIdle();
  }

  /// Begins one; throws [org.planledger.api.problem.ProblemException] while another one runs.
  Job<SettlementImport> begin(Upload upload) {
    return jobs.begin(
        new SettlementImport(upload, imports, pages, settings, clock),
        AnswerJson.MAPPER.writeValueAsBytes(request(upload)));
  }

  private static Map<String, Object> request(Upload upload) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("format", upload.format().map(SettlementFormat::name).orElse("AUTO"));
    request.put("fileName", upload.fileName());
    upload.mapping().ifPresent(mapping -> request.put("mapping", mapping.name()));
    request.put("dryRun", upload.dryRun());
    request.put("sha256", upload.sha256().toHex());
    return request;
  }

  /// How one is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the database that the running one writes to.
  @Override
  public void close() {
    jobs.close();
  }
}
