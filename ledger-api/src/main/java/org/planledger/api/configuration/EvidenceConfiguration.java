package org.planledger.api.configuration;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.planledger.api.start.StartRefusedException;
import org.planledger.core.privacy.InstallationKey;
import org.planledger.core.store.LedgerStore;
import org.planledger.core.store.sealing.Alarms;
import org.planledger.core.store.sealing.CheckpointFolder;
import org.planledger.core.store.sealing.Proofs;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.Sealer;
import org.planledger.core.store.sealing.UnfitKeyException;
import org.planledger.core.store.sealing.Verifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The log: its sealer, its proofs, its verifier, and who watches over them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EvidenceSettings.class, SigningSettings.class})
class EvidenceConfiguration {

  @Bean
  Alarms alarms(InstantSource clock) {
    return new Alarms(clock);
  }

  @Bean
  CheckpointFolder checkpointFolder(
      EvidenceSettings settings, Installation installation, DataSettings data) {
    return new CheckpointFolder(settings.folder(installation.database(), data));
  }

  @Bean
  Sealer sealer(
      HikariDataSource application,
      LedgerStore store,
      Installation installation,
      SigningSettings signing,
      CheckpointFolder folder,
      EvidenceSettings settings,
      Alarms alarms,
      InstantSource clock) {
    try {
      return Sealer.open(
          application,
          store,
          signing.in(installation.database()),
          folder,
          settings.sealer(),
          alarms,
          clock);
    } catch (UnfitKeyException e) {
      throw new StartRefusedException(String.valueOf(e.getMessage()));
    }
  }

  @Bean
  SealingTheLedger sealingTheLedger(Sealer sealer, EvidenceSettings settings) {
    return new SealingTheLedger(sealer, settings.sealer());
  }

  @Bean
  SealedLog sealedLog(HikariDataSource application) {
    return new SealedLog(application);
  }

  @Bean
  Proofs proofs(HikariDataSource application, LedgerStore store, Alarms alarms) {
    return new Proofs(application, store, alarms);
  }

  @Bean
  Verifier verifier(
      HikariDataSource application,
      LedgerStore store,
      Sealer sealer,
      CheckpointFolder folder,
      InstallationKey key,
      Alarms alarms,
      InstantSource clock) {
    return new Verifier(
        application,
        store,
        sealer,
        folder,
        device -> key.isOf(device.deviceId(), device.canonicalSerial(), device.rawSerial()),
        alarms,
        clock);
  }

  @Bean
  EvidenceWatch evidence(
      SealedLog log,
      LedgerStore store,
      Verifier verifier,
      Alarms alarms,
      EvidenceSettings settings,
      InstantSource clock,
      MeterRegistry meters) {
    EvidenceWatch watch = new EvidenceWatch(log, store.events(), verifier, alarms, settings, clock);
    watch.publish(meters);
    return watch;
  }
}
