package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.evidence.Hash;
import org.planledger.core.evidence.VerifierKey;
import org.planledger.core.store.sealing.LogKey;
import org.planledger.core.store.sealing.LogName;
import org.planledger.core.store.sealing.SealedLog;
import org.planledger.core.store.sealing.StoredCheckpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public side of the log: its keys, its checkpoints, and proofs about its trees. None of it
/// tells what is recorded, and what cannot change any more may be kept by anybody.
@Tag(
    name = "Evidence",
    description = "What proves that nothing was altered, reordered, inserted or left out")
@RestController
@RequestMapping("/v1/log")
final class LogReads {
  private static final String TEXT = MediaType.TEXT_PLAIN_VALUE;
  private static final CacheControl FOR_A_MOMENT = CacheControl.maxAge(Duration.ofSeconds(1));
  static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final SealedLog log;

  LogReads(SealedLog log) {
    this.log = log;
  }

  @Operation(
      operationId = "readLogKey",
      summary = "The public key that checkpoints are signed with now, as a verifier takes it")
  @GetMapping(path = "/key", produces = TEXT)
  ResponseEntity<String> key() {
    var keys = log.keys();
    if (keys.isEmpty()) {
      throw ProblemException.of(ProblemType.UNKNOWN_CHECKPOINT);
    }
    return text(keys.getLast().key().text() + "\n", FOR_A_MOMENT);
  }

  @Operation(
      operationId = "listLogKeys",
      summary = "Every public key that has signed checkpoints, and from which size on")
  @GetMapping(path = "/keys", produces = TEXT)
  ResponseEntity<String> keys() {
    return text(
        log.keys().stream().map(LogReads::lines).collect(Collectors.joining()), FOR_A_MOMENT);
  }

  private static String lines(LogKey key) {
    VerifierKey verifier = key.key();
    return "# signs from size %d, checkpoint %d, %s%n%s%n"
        .formatted(key.fromSize(), key.fromCheckpoint(), key.since(), verifier.text())
        .replace(System.lineSeparator(), "\n");
  }

  @Operation(operationId = "readCheckpoint", summary = "The newest checkpoint, as a signed note")
  @GetMapping(path = "/checkpoint", produces = TEXT)
  ResponseEntity<String> checkpoint() {
    return note(newest(), FOR_A_MOMENT);
  }

  @Operation(
      operationId = "readCheckpointOfSize",
      summary = "The last checkpoint that covers so many events, as a signed note")
  @GetMapping(path = "/checkpoints/{size}", produces = TEXT)
  ResponseEntity<String> checkpoint(@PathVariable String size) {
    var checkpoint =
        log.bySize(Ids.count("size", size))
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CHECKPOINT));
    // As long as no event is added, another checkpoint of the same size may come.
    boolean last = checkpoint.number() == newest().number();
    return note(checkpoint, last ? FOR_A_MOMENT : FOR_EVER);
  }

  @Operation(operationId = "listCheckpoints", summary = "Every checkpoint, oldest first")
  @GetMapping(path = "/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Page<CheckpointAnswer>> checkpoints(Paging paging) {
    var rows = log.after(paging.afterNumber(), paging.fetch());
    return paging.of(
        rows.stream().map(CheckpointAnswer::of).toList(),
        row -> List.of(String.valueOf(row.number())));
  }

  @Operation(operationId = "proveInclusion", summary = "The proof that a log has an entry")
  @GetMapping(path = "/inclusion", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<InclusionAnswer> inclusion(@Query EntryQuery query) {
    var name = Logs.named(query.log());
    requireCovered("treeSize", name, query.treeSize());
    requireUpTo("position", query.position(), query.treeSize());
    var proof = log.inclusion(name, query.position(), query.treeSize());
    return forEver(
        "inclusion-%s-%d-%d".formatted(name, query.position(), query.treeSize()),
        new InclusionAnswer(
            Logs.name(name),
            query.position(),
            query.treeSize(),
            proof.leaf().toBase64(),
            texts(proof.path())));
  }

  @Operation(
      operationId = "proveConsistency",
      summary = "The proof that a log as it was is the beginning of the log as it became")
  @GetMapping(path = "/consistency", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ConsistencyAnswer> consistency(@Query SpanQuery query) {
    var name = Logs.named(query.log());
    requireCovered("to", name, query.to());
    requireUpTo("from", query.from(), query.to());
    return forEver(
        "consistency-%s-%d-%d".formatted(name, query.from(), query.to()),
        new ConsistencyAnswer(
            Logs.name(name),
            query.from(),
            query.to(),
            texts(log.consistency(name, query.from(), query.to()))));
  }

  private void requireCovered(String parameter, LogName name, long size) {
    long covered = newest().head(name).size();
    if (size > covered) {
      throw tooLarge(
          parameter,
          "the newest checkpoint covers %d of the log of %s".formatted(covered, Logs.name(name)));
    }
  }

  private static void requireUpTo(String parameter, long number, long most) {
    if (number > most) {
      throw tooLarge(parameter, "the tree that is asked for has %d entries".formatted(most));
    }
  }

  private static ProblemException tooLarge(String parameter, String detail) {
    return ProblemException.malformed(Flaw.inQuery(parameter, FlawCode.OUT_OF_RANGE, detail));
  }

  private StoredCheckpoint newest() {
    return log.newest().orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_CHECKPOINT));
  }

  static List<String> texts(List<Hash> hashes) {
    return hashes.stream().map(Hash::toBase64).toList();
  }

  private static ResponseEntity<String> note(StoredCheckpoint checkpoint, CacheControl caching) {
    return ResponseEntity.ok()
        .cacheControl(caching)
        .eTag("\"checkpoint-" + checkpoint.number() + "\"")
        .body(checkpoint.note());
  }

  private static ResponseEntity<String> text(String body, CacheControl caching) {
    return ResponseEntity.ok().cacheControl(caching).body(body);
  }

  private static <T> ResponseEntity<T> forEver(String name, T body) {
    return ResponseEntity.ok().cacheControl(FOR_EVER).eTag("\"" + name + "\"").body(body);
  }
}
