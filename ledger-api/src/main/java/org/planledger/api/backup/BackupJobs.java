package org.planledger.api.backup;

import java.time.InstantSource;
import java.util.UUID;
import org.planledger.api.job.Job;
import org.planledger.api.job.Jobs;
import org.planledger.api.job.KeptJobs;
import org.planledger.core.store.backup.LedgerCopy;
import org.planledger.core.store.sealing.Sealer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Begins backups, because somebody asks.
@Component
@EnableConfigurationProperties(BackupSettings.class)
final class BackupJobs implements AutoCloseable {
  private final LedgerCopy copy;
  private final Sealer sealer;
  private final BackupFacts facts;
  private final BackupSettings settings;
  private final InstantSource clock;
  private final Jobs<Backup> jobs;

  BackupJobs(
      LedgerCopy copy,
      Sealer sealer,
      BackupFacts facts,
      BackupSettings settings,
      InstantSource clock,
      KeptJobs kept) {
    this.copy = copy;
    this.sealer = sealer;
    this.facts = facts;
    this.settings = settings;
    this.clock = clock;
    this.jobs = new Jobs<>(Job.Kind.BACKUP, kept, BackupAnswer::of, clock);
  }

  /// Begins one; throws [org.planledger.api.problem.ProblemException] while another one runs.
  Job<Backup> begin(byte[] request) {
    return jobs.begin(new Backup(copy, sealer, facts, settings.folder(), clock), request);
  }

  /// How one is shown; throws [org.planledger.api.problem.ProblemException] if there is none.
  byte[] get(UUID id) {
    return jobs.get(id);
  }

  /// Ends before the database that the running one reads.
  @Override
  public void close() {
    jobs.close();
  }
}
