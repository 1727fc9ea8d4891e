package org.planledger.api.evidence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The proof that a log has an entry (RFC 9162, section 2.1.3).
@Schema(name = "InclusionProof")
record InclusionAnswer(
    String log,
    long position,
    long treeSize,
    @Schema(description = "The hash of the entry's record, in base64.") String leafHash,
    @Schema(description = "The hashes beside the way from the leaf to the root, in base64.")
        List<String> proof) {}
