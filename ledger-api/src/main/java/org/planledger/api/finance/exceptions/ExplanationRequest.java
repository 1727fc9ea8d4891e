package org.planledger.api.finance.exceptions;

import jakarta.validation.constraints.Size;
import org.planledger.api.json.Lines;

/// Says something about an exception: what it waits for, by what it is explained, why it is looked
/// at
/// again, or a note.
record ExplanationRequest(@Size(max = 1000) @Lines String text) {}
