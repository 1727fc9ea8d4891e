package org.planledger.api.terms;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.planledger.api.problem.Flaw;
import org.planledger.api.problem.FlawCode;
import org.planledger.api.problem.ProblemException;
import org.planledger.api.problem.ProblemType;
import org.planledger.api.web.Ids;
import org.planledger.api.web.Page;
import org.planledger.api.web.Paging;
import org.planledger.api.web.Query;
import org.planledger.core.terms.Edition;
import org.planledger.core.terms.Model;
import org.planledger.core.terms.Service;
import org.planledger.core.terms.Terms;
import org.planledger.core.terms.TermsBook;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reads of what the ledger knows before anything is sold.
@Tag(name = "Terms", description = "Editions of the terms, models and regions")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class TermsReads {
  private final TermsBook book;
  private final InstantSource clock;

  TermsReads(TermsBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  @Operation(operationId = "listTerms", summary = "Every edition of the terms, oldest first")
  @GetMapping("/terms")
  ResponseEntity<Page<TermsAnswer>> terms(Paging paging) {
    var editions = book.editions().stream().map(terms -> answer(terms)).toList();
    return paging.ofAll(editions, TermsAnswer::edition);
  }

  @Operation(operationId = "readTerms", summary = "One edition of the terms, as figures")
  @GetMapping("/terms/{edition}")
  TermsAnswer terms(@PathVariable String edition) {
    return answer(
        book.edition(Ids.edition(edition))
            .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_EDITION)));
  }

  @Operation(operationId = "listModels", summary = "The product catalogue")
  @GetMapping("/models")
  ResponseEntity<Page<ModelAnswer>> models(@Query EditionQuery query, Paging paging) {
    var terms = edition(query.edition());
    var models = terms.models().stream().map(model -> ModelAnswer.of(terms, model)).toList();
    return paging.ofAll(models, ModelAnswer::model);
  }

  @Operation(
      operationId = "listParts",
      summary = "What a service covers of a model, and what has to be sent in for a replacement")
  @GetMapping("/models/{model}/parts")
  PartsAnswer parts(@PathVariable String model, @Query PartsQuery query) {
    var terms = edition(query.edition());
    var known = model(terms, model);
    return PartsAnswer.of(
        terms, known, query.service().orElse(Service.REPLACEMENT), query.region());
  }

  @Operation(operationId = "listRegions", summary = "Where plans are sold and served")
  @GetMapping("/regions")
  ResponseEntity<Page<RegionAnswer>> regions(@Query EditionQuery query, Paging paging) {
    var regions = edition(query.edition()).regions().stream().map(RegionAnswer::of).toList();
    return paging.ofAll(regions, RegionAnswer::region);
  }

  @Operation(
      operationId = "listModelFees",
      summary = "What the services of a plan cost for a model in a region")
  @GetMapping("/models/{model}/fees")
  FeesAnswer fees(@PathVariable String model, @Query FeesQuery query) {
    var terms = edition(query.edition());
    var known = model(terms, model);
    var region =
        terms
            .region(query.region())
            .orElseThrow(
                () ->
                    ProblemException.malformed(
                        Flaw.inQuery(
                            "region",
                            FlawCode.UNKNOWN_REGION,
                            "the edition has no such region; GET /v1/regions lists them")));
    return FeesAnswer.of(terms, known, region);
  }

  private static Model model(Terms terms, String code) {
    return terms
        .model(Ids.model(code))
        .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_MODEL));
  }

  private Terms edition(Optional<Edition> asked) {
    return asked
        .map(
            edition ->
                book.edition(edition)
                    .orElseThrow(
                        () ->
                            ProblemException.malformed(
                                Flaw.inQuery(
                                    "edition", FlawCode.UNKNOWN_EDITION, "no such edition"))))
        .orElseGet(book::latest);
  }

  private TermsAnswer answer(Terms terms) {
    return TermsAnswer.of(book, terms, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}
