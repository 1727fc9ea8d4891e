package org.planledger.api.export;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the answer of an endpoint that hands a table out as a file, in any of its forms.
@ApiResponse(
    responseCode = "200",
    content = {
      @Content(mediaType = ExportForm.CSV_TYPE, schema = @Schema(type = "string")),
      @Content(
          mediaType = ExportForm.XLSX_TYPE,
          schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = ExportForm.JSONL_TYPE, schema = @Schema(type = "string"))
    })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface HandsOutATable {}
