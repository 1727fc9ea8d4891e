package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The proof that one tree is the beginning of another (RFC 9162, section 2.1.4).
@Schema(name = "ConsistencyProof")
record ConsistencyAnswer(
    String log,
    long from,
    long to,
    @Schema(description = "Hashes in base64.") List<String> proof) {}
