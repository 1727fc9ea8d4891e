package org.planledger.api.settlement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.planledger.api.command.Body;
import org.planledger.api.command.Callers;
import org.planledger.api.json.CanonicalJson;
import org.planledger.api.json.RequestReader;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.RequestOf;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The mappings that explain the columns of CSV files and workbooks.
@Tag(name = "Settlements")
@RestController
@RequestMapping(path = "/v1/settlement-mappings", produces = MediaType.APPLICATION_JSON_VALUE)
final class MappingEndpoints {
  private final KeptMappings mappings;
  private final RequestReader reader;
  private final InstantSource clock;

  MappingEndpoints(KeptMappings mappings, RequestReader reader, InstantSource clock) {
    this.mappings = mappings;
    this.reader = reader;
    this.clock = clock;
  }

  @Operation(
      operationId = "saveSettlementMapping",
      summary = "Save a mapping under a name, in the place of the one it had")
  @RequestOf(MappingRequest.class)
  @PutMapping(path = "/{mapping}", consumes = MediaType.APPLICATION_JSON_VALUE)
  MappingAnswer save(@PathVariable String mapping, HttpServletRequest http) {
    var caller = Callers.of(http);
    if (!mapping.matches(MappingName.FORM)) {
      throw ProblemException.malformed(
          Flaw.inPath("mapping", FlawCode.BAD_FORMAT, MappingName.IN_WORDS));
    }
    var json = Body.json(http);
    Mappings.of(reader.read(json, MappingRequest.class));
    var saved =
        new KeptMappings.Saved(
            mapping,
            new String(CanonicalJson.bytes(json), StandardCharsets.UTF_8),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            caller.actor());
    mappings.save(saved);
    return MappingAnswer.of(saved);
  }

  @Operation(operationId = "readSettlementMapping", summary = "A mapping by its name")
  @GetMapping("/{mapping}")
  MappingAnswer read(@PathVariable String mapping) {
    return mappings
        .find(mapping)
        .map(MappingAnswer::of)
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MAPPING));
  }

  @Operation(operationId = "listSettlementMappings", summary = "All mappings, by name")
  @GetMapping
  ResponseEntity<Page<MappingAnswer>> list(Paging paging) {
    String after = paging.after().isEmpty() ? "" : paging.after().getFirst();
    return paging.of(
        mappings.after(after, paging.fetch()).stream().map(MappingAnswer::of).toList(),
        row -> List.of(row.name()));
  }
}
