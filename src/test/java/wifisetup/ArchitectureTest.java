package wifisetup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The one direction of dependencies, and the habits that a machine can hold.
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "wifisetup.loop",
        "wifisetup.secret",
        "wifisetup.device",
        "wifisetup.network",
        "wifisetup.network.hosted",
        "wifisetup.network.named",
        "wifisetup.hotspot",
        "wifisetup.join",
        "wifisetup.setup"
    };
    private static final int MOST_TYPES = 40;

    private final JavaClasses program = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @TestFactory
    Stream<DynamicTest> architecture() {
        var rules = Map.<String, ArchRule>ofEntries(
                Map.entry(
                        "the domain knows only the JDK and itself",
                        classes()
                                .that()
                                .resideInAnyPackage(DOMAIN)
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        "org.jspecify..",
                                        "wifisetup.loop",
                                        "wifisetup.secret",
                                        "wifisetup.device",
                                        "wifisetup.network",
                                        "wifisetup.network.hosted",
                                        "wifisetup.network.named",
                                        "wifisetup.hotspot",
                                        "wifisetup.join",
                                        "wifisetup.setup")
                                .because("decisions must be testable without a radio, a bus or a screen")),
                Map.entry(
                        "no sockets in the domain",
                        noClasses()
                                .that()
                                .resideInAnyPackage(DOMAIN)
                                .should()
                                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                                "java.net..", "java.nio.channels..", "java.nio.file..")
                                        // An address is a value; it needs no network to be one.
                                        .and(DescribedPredicate.not(
                                                JavaClass.Predicates.assignableTo(java.net.InetAddress.class)
                                                        .or(JavaClass.Predicates.type(java.net.URI.class)))))),
                Map.entry(
                        "the kernel stands alone",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.loop")
                                .should()
                                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage("wifisetup..")
                                        .and(JavaClass.Predicates.resideOutsideOfPackage("wifisetup.loop")))),
                Map.entry(
                        "the network does not know the set-up",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.network..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "wifisetup.join..", "wifisetup.setup..", "wifisetup.ui..", "wifisetup.cli..")),
                Map.entry(
                        "the screen knows only the domain",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.ui..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "wifisetup",
                                        "wifisetup.bus..",
                                        "wifisetup.message..",
                                        "wifisetup.cli..",
                                        "wifisetup.network.*..",
                                        "wifisetup.setup.*..",
                                        "tools.jackson..",
                                        "org.freedesktop..")),
                Map.entry(
                        "only the screen and its assembly know JavaFX",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("wifisetup.ui..", "wifisetup")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("javafx..")),
                Map.entry(
                        "the command line knows neither the screen nor an adapter",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.cli..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "wifisetup.ui..",
                                        "wifisetup.bus..",
                                        "wifisetup.message..",
                                        "wifisetup.join..",
                                        "wifisetup.setup..",
                                        "wifisetup.network.bus..",
                                        "wifisetup.network.dbus..",
                                        "wifisetup.network.iw..",
                                        "wifisetup.network.nmcli..",
                                        "wifisetup.network.portal..",
                                        "wifisetup.network.simulated..",
                                        "wifisetup.hotspot..",
                                        "wifisetup.dbus..",
                                        "org.freedesktop..")),
                Map.entry(
                        "messages know neither bus nor domain",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.message..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("wifisetup.bus..", "wifisetup.network..", "wifisetup.setup..")),
                Map.entry(
                        "the bus knows no domain but the kernel",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.bus..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("wifisetup.network..", "wifisetup.setup..", "wifisetup.ui..")),
                Map.entry(
                        "the FLUX protocol knows no network and no device",
                        classes()
                                .that()
                                .resideInAPackage("wifisetup.flux")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        "javax.crypto..",
                                        "org.jspecify..",
                                        "tools.jackson..",
                                        "wifisetup.flux",
                                        "wifisetup.secret")),
                Map.entry(
                        "the library for the network stands on the protocol alone",
                        classes()
                                .that()
                                .resideInAPackage("wifisetup.lan")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "java..",
                                        "javax.net.ssl..",
                                        "org.jspecify..",
                                        "wifisetup.flux",
                                        "wifisetup.lan",
                                        "wifisetup.secret")
                                .because("who embeds it takes no kiosk along")),
                Map.entry(
                        "nobody depends on the assembly",
                        noClasses()
                                .that()
                                .resideInAPackage("wifisetup.*..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("wifisetup")),
                Map.entry(
                        "one class calls Platform.runLater",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("wifisetup.ui.FxExecutor")
                                .should()
                                .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)),
                Map.entry("nobody sleeps", noClasses().should().callMethod(Thread.class, "sleep", long.class)),
                Map.entry(
                        "names say what a thing is",
                        noClasses()
                                .that()
                                // The connector's interface has that name in each language that it exists in.
                                .doNotHaveFullyQualifiedName("wifisetup.platform.DeviceManager")
                                .should()
                                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Common)")),
                Map.entry(
                        "no package is a drawer",
                        noClasses()
                                .should()
                                .resideInAnyPackage("..util..", "..common..", "..core..", "..helper..", "..impl..")),
                Map.entry(
                        "no mutable static state",
                        noFields().that().areStatic().should().notHaveModifier(JavaModifier.FINAL)),
                Map.entry(
                        "packages have no cycles",
                        slices().matching("wifisetup.(**)").should().beFreeOfCycles()),
                Map.entry("packages stay small", classes().should(liveInASmallPackage())));
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(program)));
    }

    private ArchCondition<JavaClass> liveInASmallPackage() {
        var sizes = program.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        return new ArchCondition<>("live in a package of at most " + MOST_TYPES + " types") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                long size = sizes.getOrDefault(item.getPackageName(), 0L);
                if (size > MOST_TYPES) {
                    events.add(SimpleConditionEvent.violated(item, item.getPackageName() + " has " + size + " types"));
                }
            }
        };
    }
}
