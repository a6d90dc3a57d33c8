package org.throughline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.operaton.bpm.engine.delegate.JavaDelegate;

@AnalyzeClasses(packages = "org.throughline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.throughline.";

    private static final int LONGEST_DELEGATE = 25;

    // Arrows run one way: intake, triage, request, workflows, vendors and documents, platform.

    @ArchTest
    static final ArchRule platformSeesNoCapability = onlySees("platform");

    @ArchTest
    static final ArchRule amsSeesThePlatform = onlySees("ams", "platform");

    @ArchTest
    static final ArchRule carrierSeesThePlatform = onlySees("carrier", "platform");

    @ArchTest
    static final ArchRule documentsSeeThePlatform = onlySees("documents", "platform");

    @ArchTest
    static final ArchRule staffSeesThePlatform = onlySees("staff", "platform");

    @ArchTest
    static final ArchRule automationSeesThePlatform = onlySees("automation", "platform");

    @ArchTest
    static final ArchRule assistantSeesThePlatform = onlySees("assistant", "platform");

    @ArchTest
    static final ArchRule servicingLooksDown =
            onlySees("servicing", "ams", "carrier", "documents", "assistant", "staff", "automation", "platform");

    @ArchTest
    static final ArchRule renewalLooksDown =
            onlySees("renewal", "ams", "carrier", "documents", "assistant", "staff", "automation", "platform");

    @ArchTest
    static final ArchRule partnerLooksDown =
            onlySees("partner", "ams", "carrier", "documents", "assistant", "staff", "automation", "platform");

    @ArchTest
    static final ArchRule requestLooksDown = onlySees(
            "request",
            "servicing",
            "renewal",
            "partner",
            "ams",
            "carrier",
            "documents",
            "assistant",
            "staff",
            "automation",
            "platform");

    @ArchTest
    static final ArchRule triageLooksDown = onlySees(
            "triage",
            "request",
            "servicing",
            "renewal",
            "partner",
            "ams",
            "carrier",
            "documents",
            "assistant",
            "staff",
            "automation",
            "platform");

    @ArchTest
    static final ArchRule readersAreNotRead = noClasses()
            .that(not(resideInAnyPackage(ROOT + "reporting..", ROOT + "cockpit..", ROOT + "worklist..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "reporting..", ROOT + "cockpit..", ROOT + "worklist..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodySeesTheSandbox = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "sandbox..")
            .because("it is the far end of the wire and is never there in production");

    @ArchTest
    static final ArchRule theSandboxSeesOnlyThePlatform = onlySees("sandbox", "platform");

    @ArchTest
    static final ArchRule capabilitiesFormNoCycles =
            slices().matching("org.throughline.(*)..").should().beFreeOfCycles();

    // The engine stays at its edge.

    @ArchTest
    static final ArchRule theEngineStaysAtItsEdge = noClasses()
            .that(not(resideInAnyPackage(
                    ROOT + "(*)..process..",
                    ROOT + "platform.engine..",
                    ROOT + "platform.security..",
                    ROOT + "platform.web..",
                    ROOT + "reporting..",
                    ROOT + "cockpit..",
                    ROOT + "worklist..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.operaton..");

    @ArchTest
    static final ArchRule processFoldersUseNoVendorAndNoTable = noClasses()
            .that()
            .resideInAPackage(ROOT + "(*)..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("feign..", "java.sql..", "org.springframework.jdbc..", "org.springframework.web..");

    @ArchTest
    static final ArchRule readersWriteNothing = noClasses()
            .that()
            .resideInAnyPackage(ROOT + "reporting..", ROOT + "cockpit..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.operaton\\.bpm\\.engine\\.(RuntimeService|TaskService|ManagementService)");

    // Delegates are thin.

    @ArchTest
    static final ArchRule delegatesAreThin = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .should(haveAtMostOneUseCase())
            .andShould(haveAShortBody());

    @ArchTest
    static final ArchRule delegatesLiveInProcessFolders = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .should()
            .resideInAPackage(ROOT + "(*)..process..")
            .andShould()
            .haveSimpleNameEndingWith("Delegate");

    // What the house does without.

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noValueAnnotation = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
            .because("settings are validated records under throughline.*");

    @ArchTest
    static final ArchRule timeComesFromTheClock =
            noClasses().that(not(resideInAnyPackage(ROOT + "sandbox.."))).should(callNowWithoutAClock());

    @ArchTest
    static final ArchRule noMutableStatics = noFields()
            .that()
            .areStatic()
            .and()
            .areNotFinal()
            .should()
            .bePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule componentsKeepFinalFields = fields().that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Delegate")
            .and()
            .areNotStatic()
            .should()
            .beFinal()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should(beAnnotatedWith(NullMarked.class))
            .andShould(existInEveryPackage());

    private static ArchRule onlySees(String capability, String... others) {
        String[] visible = Stream.concat(Stream.of(capability), Stream.of(others))
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> hidden =
                resideInAPackage("org.throughline..").and(not(resideInAnyPackage(visible)));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + capability + "..")
                .should()
                .dependOnClassesThat(hidden)
                .as(capability + " sees only itself and " + String.join(", ", others))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> haveAtMostOneUseCase() {
        return new ArchCondition<>(
                "have at most one constructor collaborator that is not a helper of the same folder") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getConstructors().forEach(constructor -> {
                    long collaborators = constructor.getRawParameterTypes().stream()
                            .filter(parameter -> !parameter.getPackageName().equals(type.getPackageName()))
                            .count();
                    events.add(new SimpleConditionEvent(
                            type, collaborators <= 1, type.getName() + " has " + collaborators + " collaborators"));
                });
            }
        };
    }

    /** Compares the lines between the first and the last instruction, over all methods. */
    private static ArchCondition<JavaClass> haveAShortBody() {
        return new ArchCondition<>("have at most " + LONGEST_DELEGATE + " lines of code") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long lines = type.getCodeUnits().stream()
                        .flatMap(unit -> unit.getAccessesFromSelf().stream())
                        .map(access -> access.getLineNumber())
                        .distinct()
                        .count();
                events.add(new SimpleConditionEvent(
                        type, lines <= LONGEST_DELEGATE, type.getName() + " has " + lines + " lines of code"));
            }
        };
    }

    private static ArchCondition<JavaClass> callNowWithoutAClock() {
        return new ArchCondition<>("call now() without a clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("now"))
                        .filter(call -> call.getTargetOwner().getPackageName().equals("java.time"))
                        .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(parameter -> parameter.getName().equals("java.time.Clock")))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> existInEveryPackage() {
        return new ArchCondition<>("exist in every package") {
            @Override
            public void init(Collection<JavaClass> packageInfos) {
                described = packageInfos.stream().map(JavaClass::getPackageName).collect(toSet());
            }

            private Set<String> described = Set.of();

            @Override
            public void check(JavaClass packageInfo, ConditionEvents events) {
                packageInfo
                        .getPackage()
                        .getSubpackages()
                        .forEach(child -> events.add(new SimpleConditionEvent(
                                packageInfo,
                                child.getClasses().isEmpty() || described.contains(child.getName()),
                                child.getName() + " has no package-info.java")));
            }
        };
    }
}
