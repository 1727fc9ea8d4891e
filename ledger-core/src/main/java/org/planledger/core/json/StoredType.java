package org.planledger.core.json;

/// Under which name and in which revision of its form something is stored.
///
/// @param name short and stable: it stays when the class is renamed or moved
/// @param revision counted up whenever the form changes so that older readers would misread it
public record StoredType(String name, String revision) {}
