import org.verapdf.cli.VeraPdfCli;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;

/** Starts veraPDF's command line with its own parser, as its installer's wrapper does (which Maven Central lacks). */
class VeraPdf {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    VeraPdfCli.main(arguments);
  }
}
