package org.throughline.reporting.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.throughline.reporting.replay.DeployedTables.Source;

/** What the versions that decided then call their inputs, and why their rules are there. For one replay. */
final class KeptColumns implements KeptDecisions.Columns {

    private final DeployedTables deployed;
    private final Map<String, Optional<TableFile>> files = new HashMap<>();
    private final Map<Source, TableFile> read = new HashMap<>();
    private final Set<String> gone = new TreeSet<>();

    KeptColumns(DeployedTables deployed) {
        this.deployed = deployed;
    }

    /** The expression of an input column, where it is nothing but the name of a variable. */
    @Override
    public Optional<String> variable(String definitionId, String clauseId) {
        return files.computeIfAbsent(definitionId, this::read)
                .map(file -> file.inputs().get(clauseId))
                .filter(TableFile::isName);
    }

    /** Why a rule said what it said then. */
    @Nullable
    String reason(String rule) {
        return read.values().stream()
                .map(file -> file.reasons().get(rule))
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(null);
    }

    /** Definitions that decided and are not deployed any more, so that their inputs have no names. */
    Set<String> gone() {
        return gone;
    }

    private Optional<TableFile> read(String definitionId) {
        Optional<Source> source = deployed.source(definitionId);
        if (source.isEmpty()) {
            gone.add(definitionId);
        }
        return source.map(from -> read.computeIfAbsent(from, one -> TableFile.read(deployed.file(one))));
    }
}
