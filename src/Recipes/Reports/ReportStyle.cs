namespace Recipes;

/// <summary>The report's style sheet: light and dark by the reader's preference, light on paper, one column on a phone.</summary>
internal static class ReportStyle
{
    public const string Text = """

        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #ffffff; --ink: #1b1f24; --quiet: #5b6570; --line: #dfe3e8; --axis: #9aa4af;
          --s0: #2a6fdb; --s1: #d9622b; --s2: #1d9a6c; --s3: #b8860b; --s4: #8250df; --s5: #c2367b;
          --bar: #a9c7f2; --over: #ec9a6d; --under: #4f8be0; --better: #15734f; --worse: #b3401a; --right: 42, 111, 219; --wrong: 217, 98, 43;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #14171b; --card: #1c2025; --ink: #e6e9ed; --quiet: #9aa5b1; --line: #31373f; --axis: #6b7682;
            --s0: #6ea8fe; --s1: #f0935f; --s2: #4cc79a; --s3: #e0b64a; --s4: #b794f6; --s5: #f07ab0;
            --bar: #30507d; --over: #b5653a; --under: #5b93e6; --better: #4cc79a; --worse: #f0935f; --right: 110, 168, 254; --wrong: 240, 147, 95;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
        main { max-width: 1080px; margin: 0 auto; padding: 24px 20px 48px; }
        h1 { font-size: 30px; line-height: 1.2; margin: 0; }
        h2 { font-size: 20px; margin: 0 0 8px; }
        h3 { font-size: 15px; margin: 22px 0 6px; }
        header p { margin: 4px 0 18px; }
        p { margin: 0 0 10px; max-width: 75ch; }
        ul { margin: 0; padding-left: 20px; }
        section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px 20px; margin-top: 18px; }
        .quiet { color: var(--quiet); }
        .note { border-left: 3px solid var(--s1); padding-left: 10px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: 12px; }
        .tile { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 14px; display: flex; flex-direction: column; }
        .tile strong { font-size: 24px; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .tile .name { font-size: 13px; font-weight: 600; }
        .tile .quiet { font-size: 13px; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 18px 24px; }
        figure { margin: 0; min-width: 0; }
        figcaption { font-weight: 600; font-size: 14px; display: flex; flex-wrap: wrap; gap: 0 14px; align-items: baseline; }
        figcaption .quiet { font-weight: 400; }
        figure > svg { display: block; width: 100%; height: auto; }
        .legend { font-weight: 400; display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 13px; color: var(--quiet); }
        .legend svg { width: 18px; height: 8px; margin-right: 5px; }
        .halo { paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
        svg text { font-family: inherit; fill: var(--quiet); }
        .tick, .label { font-size: 12px; }
        .small { font-size: 9.5px; }
        .grid { stroke: var(--line); } .axis { stroke: var(--axis); }
        .mark { stroke: var(--axis); stroke-dasharray: 2 3; } .ideal { stroke: var(--quiet); stroke-dasharray: 5 4; }
        .line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; } .line.dashed { stroke-dasharray: 5 4; }
        .line.s0 { stroke: var(--s0); } .line.s1 { stroke: var(--s1); } .line.s2 { stroke: var(--s2); }
        .line.s3 { stroke: var(--s3); } .line.s4 { stroke: var(--s4); } .line.s5 { stroke: var(--s5); }
        .dot.s0, .fill.s0 { fill: var(--s0); } .dot.s1, .fill.s1 { fill: var(--s1); } .dot.s2 { fill: var(--s2); }
        .dot.s3 { fill: var(--s3); } .dot.s4 { fill: var(--s4); } .dot.s5 { fill: var(--s5); }
        .spot { fill: transparent; } .spot:hover { fill: var(--quiet); fill-opacity: .35; }
        .bar { fill: var(--bar); } .over { fill: var(--over); background: var(--over); } .under { fill: var(--under); background: var(--under); } .count { fill: var(--axis); }
        .whisker { stroke: var(--ink); stroke-opacity: .75; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 14px; min-width: min(100%, 560px); }
        th, td { padding: 5px 12px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
        th:first-child { text-align: left; padding-left: 0; }
        tbody th { font-weight: 400; } thead th { font-weight: 600; color: var(--quiet); font-size: 13px; }
        .better { color: var(--better); } .worse { color: var(--worse); }
        .bars { width: 180px; min-width: 110px; text-align: left; }
        .bar-row { display: block; width: 100%; height: 6px; margin: 2px 0; }
        .key { display: inline-block; width: 10px; height: 10px; border-radius: 2px; margin: 0 4px 0 0; }
        .key.s0 { background: var(--s0); } .key.s1 { background: var(--s1); margin-left: 10px; }
        .matrix { min-width: 0; } .matrix th, .matrix td { padding: 5px 8px; min-width: 36px; }
        .matrix td { text-align: center; border: 1px solid var(--card); } .matrix thead th:not(:first-child) { text-align: center; }
        .matrix th:first-child { position: sticky; left: 0; background: var(--card); padding-right: 12px; }
        .matrix .none { color: var(--quiet); opacity: .55; }
        .right { background: rgba(var(--right), var(--shade)); } .wrong { background: rgba(var(--wrong), var(--shade)); }
        .h1 { --shade: .1; } .h2 { --shade: .16; } .h3 { --shade: .22; } .h4 { --shade: .28; } .h5 { --shade: .34; }
        .h6 { --shade: .4; } .h7 { --shade: .45; } .h8 { --shade: .5; } .h9 { --shade: .55; } .h10 { --shade: .6; }
        pre { margin: 0 0 12px; padding: 12px 14px; background: var(--page); border-radius: 8px; overflow-x: auto; font: 13px/1.5 ui-monospace, Consolas, Menlo, monospace; tab-size: 4; }
        code { font: 13px ui-monospace, Consolas, Menlo, monospace; }
        details { margin-top: 12px; } summary { cursor: pointer; font-weight: 600; font-size: 14px; }
        dl { margin: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 6px 24px; }
        dt { color: var(--quiet); font-size: 13px; } dd { margin: 0; overflow-wrap: anywhere; }
        @media (max-width: 600px) {
          main { padding: 16px 10px 32px; } section { padding: 14px 12px; }
          .tiles { grid-template-columns: repeat(2, 1fr); gap: 8px; } .tile { padding: 10px; } .tile strong { font-size: 20px; }
          table { font-size: 13px; } th, td { padding: 5px 6px; } tbody th { white-space: normal; min-width: 76px; } .matrix tbody th { min-width: 0; }
          .better span, .worse span { display: block; } .matrix th, .matrix td { padding: 5px 4px; min-width: 30px; }
        }
        @media print {
          :root {
            --page: #ffffff; --card: #ffffff; --ink: #000000; --quiet: #444444; --line: #cccccc; --axis: #888888;
            --s0: #2a6fdb; --s1: #d9622b; --s2: #1d9a6c; --s3: #b8860b; --s4: #8250df; --s5: #c2367b;
            --bar: #a9c7f2; --over: #ec9a6d; --under: #4f8be0; --better: #15734f; --worse: #b3401a; --right: 42, 111, 219; --wrong: 217, 98, 43;
          }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          main { max-width: none; padding: 0; } section { border: 0; padding: 8px 0; } figure, tr, .tile { break-inside: avoid; } h2, h3 { break-after: avoid; }
          .charts { grid-template-columns: 1fr 1fr; } .tiles { grid-template-columns: repeat(5, 1fr); }
          .scroll, pre { overflow: visible; } pre { white-space: pre-wrap; }
        }

        """;
}
