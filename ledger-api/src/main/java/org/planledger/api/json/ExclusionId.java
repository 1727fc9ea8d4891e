package org.planledger.api.json;

/// The id of an exclusion of clause 2.4.2, such as `X-G-06`.
public record ExclusionId(String id) {}
