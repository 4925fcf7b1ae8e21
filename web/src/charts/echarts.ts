import { BarChart, CustomChart, LineChart } from "echarts/charts"
import { GridComponent, TooltipComponent } from "echarts/components"
import { use } from "echarts/core"
import { SVGRenderer } from "echarts/renderers"

// Only what the page draws: the rest of the library stays out of the bundle.
use([BarChart, LineChart, CustomChart, GridComponent, TooltipComponent, SVGRenderer])

export { init, type EChartsType } from "echarts/core"
