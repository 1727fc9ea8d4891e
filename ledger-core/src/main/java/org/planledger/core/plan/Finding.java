package org.planledger.core.plan;

import java.util.Optional;
import org.planledger.core.terms.Part;

/// A circumstance of clause 2.4.2 that the centre found.
///
/// @param exclusion the id in the catalogue, such as `X-G-06`
/// @param part the part it concerns; left out, it concerns every damaged part
public record Finding(String exclusion, Optional<Part> part) {}
