package org.planledger.api.dossier;

/// One thing that an event or a command says, in words.
record Fact(String label, String value) {

  @Override
  public String toString() {
    return label + ": " + value;
  }
}
